/** A thread of its own: drawing takes a tenth of a second and more, which no request is to wait for. */
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { initWasm, Resvg } = require('@resvg/resvg-wasm');

async function draw({ svg, fonts, fontFamily, scale }) {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const drawing = new Resvg(svg, {
    font: { fontBuffers: fonts, defaultFontFamily: fontFamily },
    fitTo: { mode: 'zoom', value: scale },
  });
  parentPort.postMessage(drawing.render().asPng());
}

void draw(workerData);
