// One worker for every reader: each picture goes to all of them, one after the other, before the next
// one comes. Of a video each reader gets the frames that it would get in an app: the newest, once it is done
// with the one before.

import { READERS } from './readers.mjs';

/** Frames that warm the readers up, so that none is measured before it is compiled. */
const WARM_UP = 6;

self.onmessage = async ({ data: { frames, film, names, rounds } }) => {
  try {
    self.postMessage({ done: film ? await watched(film, names) : await measured(frames, names, rounds) });
  } catch (error) {
    self.postMessage({ failed: String(error?.stack ?? error) });
  }
};

async function measured(frames, names, rounds) {
  const readers = [];
  for (const name of names) readers.push([name, await READERS[name]()]);
  const step = Math.max(1, Math.floor(frames.length / WARM_UP));
  for (let at = 0; at < frames.length; at += step) {
    const frame = await fetched(frames[at], `frames/${at}.luma`);
    for (const [, reader] of readers) await once(reader, frame);
  }
  const images = [];
  for (const [at, about] of frames.entries()) {
    const frame = await fetched(about, `frames/${at}.luma`);
    const reads = {};
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

/**
 * For each video and reader: ms until the first right read, the frame that brought it (null where none did
 * within the video, which then counts as long as it is) and false reads up to then.
 */
async function watched(film, names) {
  const readers = [];
  for (const name of names) readers.push([name, await READERS[name]()]);
  const videos = [];
  const length = film.frames * film.frame_ms;
  for (const [video, text] of film.texts.entries()) {
    const views = {};
    const viewers = readers.map(([name, reader]) => {
      views[name] = { ms: length, frames: null, wrong: 0 };
      // A camera's reader remembers what it saw, of one video.
      return { view: views[name], reader: reader.begin?.() ?? reader, clock: 0 };
    });
    for (let at = 0; at < film.frames; at += 1) {
      const comes = at * film.frame_ms;
      const isWanted = ({ view, clock }) => view.frames === null && comes + film.frame_ms > clock;
      const wanting = viewers.filter(isWanted);
      if (wanting.length === 0) continue;
      const frame = await fetched(film, `film/${video}/${at}`);
      if (videos.length === 0 && at === 0) {
        // Nobody is measured before it is compiled.
        for (let turn = 0; turn < WARM_UP; turn += 1) {
          for (const [, reader] of readers) await once(reader.begin?.() ?? reader, frame);
        }
      }
      const first = at % wanting.length;
      for (const viewer of [...wanting.slice(first), ...wanting.slice(0, first)]) {
        const { ms, reads } = await once(viewer.reader, frame);
        viewer.clock = Math.max(viewer.clock, comes) + ms.reduce((sum, one) => sum + one, 0);
        viewer.view.wrong += reads.filter((one) => one.text !== text).length;
        if (viewer.clock <= length && reads.some((one) => one.text === text)) {
          Object.assign(viewer.view, { ms: viewer.clock, frames: at + 1 });
        }
      }
    }
    for (const { reader } of viewers) reader.end?.();
    videos.push(views);
    if (video % 10 === 9) self.postMessage({ progress: `${video + 1} of ${film.texts.length} videos` });
  }
  return videos;
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
async function fetched({ width, height }, name) {
  const answer = await fetch(`/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const luma = new Uint8Array(await answer.arrayBuffer());
  const image = new ImageData(width, height);
  new Uint32Array(image.data.buffer).set(
    Uint32Array.from(luma, (level) => 0xff000000 | (level << 16) | (level << 8) | level),
  );
  return { luma, image, width, height };
}
