// Every reader behind one function: a frame in, `[{ text, x, y }]` out, where x and y are the middle of
// the symbol. Each gets the picture in the form that it takes, made before the clock runs; what it
// copies or converts by itself is its own time.

/** @typedef {{ luma: Uint8Array, image: ImageData, width: number, height: number }} Frame */

/** The mean of points. */
const middle = (text, points) => {
  const of = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return { text, x: of('x'), y: of('y') };
};

/** What our functions give, in the form of all. */
const listed = (symbols) =>
  symbols.map(([text, ...at]) => {
    const points = [0, 2, 4, 6].map((index) => ({ x: at[index], y: at[index + 1] }));
    return middle(text, points);
  });

/** Ours, with the effort of a camera's frame that nothing follows, or of a photograph. */
async function ours(still) {
  const module = await import('/ours/decoder_alone.js');
  await module.default();
  return (frame) => listed(module.read(frame.luma, frame.width, frame.height, still));
}

/** Frames in which a camera sees the same picture. */
const FRAMES = 16;

/**
 * Ours as the app uses it with a camera: the picture comes again and again, and what is dear is spread over
 * frames. The times are those of the frames up to the first in which something was read. `begin` gives a
 * reader of the frames of one video, which come one after the other.
 */
async function camera() {
  const module = await import('/ours/decoder_alone.js');
  await module.default();
  const reader = (frame) => {
    const camera = new module.Camera();
    const reads = [];
    const ms = [];
    for (let at = 0; at < FRAMES; at += 1) {
      const start = performance.now();
      const found = camera.frame(frame.luma, frame.width, frame.height);
      const time = performance.now() - start;
      if (reads.length === 0) ms.push(time);
      for (const one of listed(found)) {
        const isKnown = ({ text, x, y }) => text === one.text && Math.hypot(x - one.x, y - one.y) < 12;
        if (!reads.some(isKnown)) reads.push(one);
      }
    }
    camera.free();
    reads.ms = ms;
    return reads;
  };
  const begin = () => {
    const camera = new module.Camera();
    const one = (frame) => listed(camera.frame(frame.luma, frame.width, frame.height));
    return Object.assign(one, { begin, end: () => camera.free() });
  };
  return Object.assign(reader, { begin });
}

/** The kinds of symbol that ours reads, and the text as it is in the symbol; all else as it comes. */
async function zxing(options) {
  const module = await import('/packages/zxing-wasm/dist/es/reader/index.js');
  await module.prepareZXingModule({
    overrides: { locateFile: () => '/packages/zxing-wasm/dist/reader/zxing_reader.wasm' },
    fireImmediately: true,
  });
  const all = { formats: ['QRCodeModel2', 'DataMatrix'], textMode: 'Plain', ...options };
  return async (frame) => {
    const read = await module.readBarcodes(frame.image, all);
    return read
      .filter((one) => one.isValid)
      .map(({ text, position: p }) =>
        middle(text, [p.topLeft, p.topRight, p.bottomRight, p.bottomLeft]),
      );
  };
}

/** Several symbols, filtered pictures, inverted ones: all that it has. */
async function rxing() {
  const module = await import('/packages/rxing-wasm/rxing_wasm_bg.js');
  const bytes = await (await fetch('/packages/rxing-wasm/rxing_wasm_bg.wasm')).arrayBuffer();
  const compiled = await WebAssembly.compile(bytes);
  const imports = { [WebAssembly.Module.imports(compiled)[0].module]: module };
  const instance = await WebAssembly.instantiate(compiled, imports);
  module.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return (frame) => {
    const hints = new module.DecodeHintDictionary();
    hints.set_hint(module.DecodeHintTypes.PossibleFormats, 'QR_CODE,DATA_MATRIX');
    hints.set_hint(module.DecodeHintTypes.TryHarder, 'true');
    hints.set_hint(module.DecodeHintTypes.AlsoInverted, 'true');
    let found;
    try {
      found = module.decode_multi(frame.luma, frame.width, frame.height, hints, true);
    } catch (error) {
      // Nothing found is an error of its; a trap is one of everybody's.
      if (error instanceof WebAssembly.RuntimeError) throw error;
      return [];
    }
    return found.map((one) => {
      const at = Array.from(one.result_points());
      const points = [];
      for (let index = 0; index + 1 < at.length; index += 2) {
        points.push({ x: at[index], y: at[index + 1] });
      }
      const read = middle(one.text(), points);
      one.free();
      return read;
    });
  };
}

async function jsqr() {
  await import('/packages/jsqr/dist/jsQR.js');
  return (frame) => {
    const read = self.jsQR(frame.image.data, frame.width, frame.height);
    if (!read) return [];
    const { topLeftCorner: a, topRightCorner: b, bottomRightCorner: c, bottomLeftCorner: d } = read.location;
    return [middle(read.data, [a, b, c, d])];
  };
}

async function zbar() {
  const module = await import('/packages/@undecaf/zbar-wasm/dist/index.mjs');
  await module.getInstance();
  return async (frame) => {
    const found = await module.scanGrayBuffer(frame.luma.buffer, frame.width, frame.height);
    return found
      .filter((one) => one.typeName === 'ZBAR_QRCODE')
      .map((one) => middle(one.decode(), one.points));
  };
}

/** Name → how it is got ready, in the order of the table. */
export const READERS = {
  ours: camera,
  'ours, one frame': () => ours(false),
  'ours, photo': () => ours(true),
  'zxing-wasm': () => zxing({}),
  'zxing + denoise': () => zxing({ tryDenoise: true }),
  'rxing-wasm': rxing,
  jsQR: jsqr,
  'zbar-wasm': zbar,
};
