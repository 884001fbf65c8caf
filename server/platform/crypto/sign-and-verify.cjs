/**
 * Signs and verifies (ES256, r||s) beside the thread that answers requests; answers in the order of asking. Plain JavaScript: a thread
 * starts without the loader for TypeScript.
 */
const { sign, verify } = require('node:crypto');
const { parentPort } = require('node:worker_threads');

const keys = [];

parentPort.on('message', ({ forget, fresh, data, parts }) => {
  if (forget) keys.length = 0;
  keys.push(...fresh);
  let at = 0;
  const next = length => data.subarray(at, (at += length));
  const good = [];
  const signed = [];
  for (let n = 0; n < parts.length; n += 3) {
    const key = { key: keys[parts[n]], dsaEncoding: 'ieee-p1363' };
    const bytes = next(parts[n + 1]);
    if (parts[n + 2] < 0) signed.push(sign('sha256', bytes, key));
    else good.push(verify('sha256', bytes, key, next(parts[n + 2])));
  }
  parentPort.postMessage({ good, signed: Buffer.concat(signed) });
});
