// What people think of packs: given without a script, answered at the desk, read and taken back with one.
import { isAccessible } from "../support/accessible.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { expect, test } from "../support/test.js";

/** As the code of the demo's cream has it; nobody else writes about it. */
const CREAM = "/01/09506000204048/10/B0419/21/NX8KZMWKY8KZHW";

test("stars and words come from a plain form to the desk, and the answer back to the page", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(CREAM);
  const section = page.getByRole("region", { name: "What people think of it" });
  await expect(section.getByText("Nobody has said anything about it yet.")).toBeVisible();
  await section.getByText("Say what you think of it").click();
  await expect(section.getByRole("checkbox", { name: /may use these words in advertising/ })).not.toBeChecked();
  // By the keyboard alone: the stars are one group, and arrows choose.
  await section.getByRole("radio", { name: "One star" }).focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowRight");
  await expect(section.getByRole("radio", { name: "4 stars" })).toBeChecked();
  await section.getByLabel("In your words").fill("Smells of nothing, which I like.");
  await section.getByRole("checkbox", { name: /may use these words in advertising/ }).check();
  await section.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
  await expect(page.getByText("you are not shown to be a buyer")).toBeVisible();

  const { page: desk } = await open({ serviceWorkers: "block" });
  await withAuthenticator(desk);
  await join(desk, invite(server, "northbeam", "marketing"), "Mara");
  await desk.goto("/desk/feedback?batch=B0419");
  await expect(desk.getByText("Smells of nothing, which I like.")).toBeVisible();
  await isAccessible(desk);
  await desk.getByRole("link", { name: /^F-/ }).click();
  await isAccessible(desk);
  await desk.getByLabel("Answer").fill("So do we.");
  await desk.getByRole("button", { name: "Put the answer on the page" }).click();
  await expect(desk.getByText("Northbeam answers")).toBeVisible();

  const { page: reader } = await open({ serviceWorkers: "block" });
  await reader.goto(CREAM);
  const said = reader.getByRole("region", { name: "What people think of it" });
  await expect(said.getByText("4.0 of 5 stars, from one person")).toBeVisible();
  await expect(said.getByText("Batch B0419, this one")).toBeVisible();
  await expect(said.getByText("So do we.")).toBeVisible();

  // The yes to being quoted is taken back alone, the rest with one more button.
  await page.goto("/privacy");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Taken back" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the pack" }).click();
  await expect(section.getByText("So do we.")).toBeVisible();
  await section.getByText("Erase it").first().click();
  await section.getByRole("button", { name: "Erase it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Erased" })).toBeVisible();
  await reader.reload();
  await expect(said.getByText("Nobody has said anything about it yet.")).toBeVisible();
});

test("with a script, a pack that was registered is said to be its owner's, in place", async ({ server, open }) => {
  const { page } = await open();
  await page.goto(server.label("kefir-warm").content);
  await page.getByRole("form", { name: "Register it" }).getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();

  // Typed into the scanner, the page is shown in place, and so is what its form leads to.
  await page.goto("/scan");
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  await page.getByLabel("Number or link on the pack").fill("(01)09506000208084(10)K1140(21)K7M2XQ9RHTB4NC");
  await page.getByRole("button", { name: "Check it" }).click();
  const section = page.getByRole("region", { name: "What people think of it" });
  await section.getByText("Say what you think of it").click();
  await isAccessible(page);
  await section.getByRole("radio", { name: "2 stars" }).check({ force: true });
  await section.getByLabel("In your words").fill("It was warm.");
  await section.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
  await expect(page.getByText("You are shown as a registered owner, and by no name.")).toBeVisible();
  await isAccessible(page);

  await page.goto("/mine");
  await expect(page.getByRole("heading", { name: "What you said of packs" })).toBeVisible();
  await expect(page.getByText("It was warm.")).toBeVisible();
  await isAccessible(page);
});

test("a recalled pack is asked for no stars", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`/check?code=${encodeURIComponent(server.label("power-bank-recalled").content)}`);
  await expect(page.getByRole("heading", { level: 1, name: "Recalled: stop using" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What people think of it" })).toHaveCount(0);
});
