// An inspector's sweep of a shelf, timed by the page's own clock.

/** What the page calls a standing. */
const WORDS = {
  confirmed: 'Confirmed',
  issued: 'Issued',
  unknown: 'Not known',
  suspect: 'Be careful',
  mismatch: 'Does not match',
  expired: 'Expired',
  'not-issued': 'Not issued',
  blocked: 'Blocked',
  recalled: 'Recalled',
};

/** Joins by an invitation, with a device that makes passkeys. */
async function join(page, invite) {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(invite);
  await page.getByLabel('Name').fill('Ines');
  await page.getByRole('button', { name: 'Make a passkey and join' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hello, Ines' }).waitFor();
}

/**
 * Sweeps `shelf`, a list of labels with their standings, which the camera of `context` sees; `slow` is
 * called before the tap. Packs read after 5 and 15 s, pictures a second between these, wrong marks.
 */
export async function swept(context, shelf, invite, slow) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    window.pictures = 0;
    Worker.prototype.postMessage = function (message, ...more) {
      // A picture is handed over, not copied.
      if (more.length > 0) window.pictures += 1;
      return post.call(this, message, ...more);
    };
  });
  await join(page, invite);
  await page.goto('/inspect');
  await page.getByText('Connected').waitFor();
  const start = page.getByRole('button', { name: 'Start the sweep' });
  await start.waitFor();
  slow();
  await page.evaluate(() => {
    const marks = { tap: 0, after: [] };
    Object.assign(window, { marks });
    addEventListener('pointerdown', () => {
      marks.tap = performance.now();
      for (const seconds of [5, 15]) {
        setTimeout(() => {
          const packs = document.querySelectorAll('.packs li').length;
          marks.after.push({ packs, pictures: window.pictures, at: performance.now() });
        }, seconds * 1000);
      }
    }, { capture: true, once: true });
  });
  await start.click({ noWaitAfter: true });
  await page.waitForFunction(() => window.marks.after.length === 2, undefined, { timeout: 120_000 });
  const [five, fifteen] = await page.evaluate(() => window.marks.after);
  const rows = await page.locator('.packs li').evaluateAll((items) =>
    items.map((item) => [item.querySelector('.serial')?.textContent ?? '', item.querySelector('strong')?.textContent ?? '']),
  );
  const wrong = [];
  for (const [serial, word] of rows) {
    const label = shelf.find(({ content }) => serial !== '' && content.includes(serial));
    const right = label && WORDS[label.expect_standing];
    // What nobody has judged yet is no wrong mark.
    if (word !== right && word !== 'Not checked yet') wrong.push(`${serial}: ${word}, not ${right}`);
  }
  const rate = ((fifteen.pictures - five.pictures) / (fifteen.at - five.at)) * 1000;
  return { packs: shelf.length, after5: five.packs, after15: fifteen.packs, rate: Math.round(rate * 10) / 10, wrong };
}
