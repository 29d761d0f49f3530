// What one decoder's worker holds after 200 and after 1,000 of the camera's pictures. In the consumer's
// scanner it is thrown away with each scan; in an inspector's sweep it stays.

/** `{ 200: { heap, linear }, 1000: … }` in bytes: the worker's own heap, and its wasm memories. */
export async function readerHeld(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto('/history');
  const worker = workerOf(session);
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await page.evaluate(async () => {
    const reader = new Worker('/worker_loader.js', { type: 'module' });
    await new Promise((ready) => (reader.onmessage = ready));
    const video = document.createElement('video');
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
    await video.play();
    Object.assign(window, { reader, video });
  });
  const held = {};
  for (const [from, to] of [[0, 200], [200, 1000]]) {
    const read = await page.evaluate(look, [from, to]);
    if (read < 0.9 * (to - from)) throw new Error(`of ${to - from} pictures only ${read} were read`);
    for (let times = 0; times < 2; times++) await worker('HeapProfiler.collectGarbage');
    const { usedSize: heap } = await worker('Runtime.getHeapUsage');
    held[to] = { heap, linear: await linearOf(worker) };
  }
  await page.close();
  return held;
}

/** In the page: sends pictures one after the other, and counts those in which a code was read. */
async function look([from, to]) {
  const { reader, video } = window;
  let read = 0;
  for (let seq = from + 1; seq <= to; seq++) {
    const frame = new VideoFrame(video);
    const { displayWidth: width, displayHeight: height } = frame;
    const header = JSON.stringify({ read: { seq, source: 'video-frame', width, height, still: false } });
    const answer = new Promise((heard) => (reader.onmessage = ({ data }) => heard(JSON.parse(data))));
    reader.postMessage({ header, frame }, [frame]);
    const { symbols } = await answer;
    if (symbols?.symbols.some(({ content }) => content)) read += 1;
  }
  return read;
}

/** Asks the worker of a page by its protocol; a page's session has no other way to it. */
function workerOf(session) {
  const waiting = new Map();
  let worker;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') worker = sessionId;
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    const { heard, failed } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) failed?.(new Error(error.message));
    else heard?.(result);
  });
  let count = 0;
  return (method, params = {}) =>
    new Promise((heard, failed) => {
      const id = ++count;
      waiting.set(id, { heard, failed });
      session.send('Target.sendMessageToTarget', { sessionId: worker, message: JSON.stringify({ id, method, params }) }).catch(failed);
    });
}

/** The sum of the wasm memories of whom `ask` asks, in bytes. */
export async function linearOf(ask) {
  const { result: prototype } = await ask('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await ask('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
  const { result } = await ask('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
    returnByValue: true,
  });
  return result.value;
}
