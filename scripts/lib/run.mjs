import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Path of a command that a package in node_modules brings. */
export const bin = name => path.join(root, 'node_modules', '.bin', name);

/**
 * Runs a command to its end and never throws: what went wrong is in the answer.
 * `show: true` lets the command write to the terminal; otherwise its output comes back as text.
 */
export function run(command, args, { env = {}, show = false } = {}) {
  const started = Date.now();
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const chunks = [];
    child.stdout?.on('data', chunk => chunks.push(chunk));
    child.stderr?.on('data', chunk => chunks.push(chunk));
    const end = (code, extra = '') =>
      resolve({
        ok: code === 0,
        code,
        output: Buffer.concat(chunks).toString('utf8') + extra,
        seconds: (Date.now() - started) / 1000,
      });
    child.on('error', error => end(127, `${command}: ${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `${command} was ended by ${signal}\n` : ''));
  });
}

/** One line per step: same columns for every command of this project. */
export function stepLine({ name, ok, seconds, note = '' }) {
  const line = `${ok ? 'OK  ' : 'FAIL'} ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s  ${note}`;
  return line.trimEnd();
}
