// One worker for every reader: each frame goes to all of them, one after the other, before the next
// frame comes.

import { READERS } from './readers.mjs';

/** Frames that warm the readers up, so that none is measured before it is compiled. */
const WARM_UP = 6;

self.onmessage = async ({ data: { frames, names, rounds } }) => {
  try {
    self.postMessage({ done: await measured(frames, names, rounds) });
  } catch (error) {
    self.postMessage({ failed: String(error?.stack ?? error) });
  }
};

async function measured(frames, names, rounds) {
  const readers = [];
  for (const name of names) readers.push([name, await READERS[name]()]);
  const step = Math.max(1, Math.floor(frames.length / WARM_UP));
  for (let at = 0; at < frames.length; at += step) {
    const frame = await fetched(frames[at], at);
    for (const [, reader] of readers) await once(reader, frame);
  }
  const images = [];
  let video;
  for (const [at, about] of frames.entries()) {
    const frame = await fetched(about, at);
    const reads = {};
    if (about.video !== video) {
      video = about.video;
      // A camera's reader remembers what it saw, of one video.
      for (const one of readers) one[1] = one[1].begin?.() ?? one[1];
    }
    // Who comes first finds the caches cold: everybody in turn.
    const turned = readers.map((_, index) => readers[(index + at) % readers.length]);
    for (const [name, reader] of turned) {
      const best = await once(reader, frame);
      for (let round = 1; round < rounds; round += 1) {
        const again = await once(reader, frame);
        // The same looks each round: the fastest of each counts.
        best.ms = best.ms.map((ms, look) => Math.min(ms, again.ms[look] ?? ms));
      }
      reads[name] = best;
    }
    images.push(reads);
    if (at % 50 === 49) self.postMessage({ progress: `${at + 1} of ${frames.length} images` });
  }
  return images;
}

/** What was read, and how long each look took: a camera's reader has many. */
async function once(reader, frame) {
  const start = performance.now();
  try {
    const reads = await reader(frame);
    const ms = performance.now() - start;
    return { ms: reads.ms ?? [ms], reads };
  } catch (error) {
    return { ms: [performance.now() - start], reads: [], error: String(error) };
  }
}

/** The same pixels as luma and, for those who want it, as RGBA. */
async function fetched({ width, height }, at) {
  const answer = await fetch(`/frames/${at}.luma`);
  if (!answer.ok) throw new Error(`frame ${at}: ${answer.status}`);
  const luma = new Uint8Array(await answer.arrayBuffer());
  const image = new ImageData(width, height);
  new Uint32Array(image.data.buffer).set(
    Uint32Array.from(luma, (level) => 0xff000000 | (level << 16) | (level << 8) | level),
  );
  return { luma, image, width, height };
}
