// The page has but the worker: what is measured happens there, as it does in the app.

import { READERS } from './readers.mjs';

window.readers = Object.keys(READERS);

/** Resolves to `{ reader: { ms, reads, error? } }` for each frame, in their order. */
window.measure = (task) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/bench/worker.mjs', { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.done) resolve(data.done);
      else if (data.failed) reject(new Error(data.failed));
      else console.log(data.progress);
    };
    worker.postMessage(task);
  });
