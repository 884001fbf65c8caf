import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commonRefusals } from '@contract/endpoint';
import { inspectUse, uploadGateUses } from '@contract/gate-registry';
import { getMyGate, verifyAtGate } from '@contract/gates';
import type { GateReason } from '@privilege-code/decide-at-gate';

const root = path.resolve(__dirname, '../../..');
const guide = readFileSync(path.join(root, 'docs/integration/gate.md'), 'utf8');
/** Cells of the table rows below a heading, up to the next one. */
const rowsOf = (heading: string): string[][] =>
  (guide.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => /^\| (?!-)/.test(line))
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    );
const words = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

/** Does not compile while a reason is missing. */
const alone: Readonly<Record<GateReason, true>> = {
  ...{ clock: true, stale: true, format: true, key: true, signature: true, early: true, expired: true, scope: true },
  ...{ revoked: true, starting: true, replay: true, interval: true, card: true },
};

describe('the guide for gates', () => {
  it('lists every reason of an online answer, and no other', () => {
    const results = ['green', 'amber', 'red'];
    const listed = rowsOf('Verify a code').flatMap(([first]) => words(first));
    const reasons = listed.filter(word => !results.includes(word));
    expect(reasons.sort()).toEqual([...verifyAtGate.output.shape.reason.options].sort());
    expect(listed.filter(word => results.includes(word))).toEqual(verifyAtGate.output.shape.result.options);
  });

  it('lists every reason of a gate that decides alone, in the order of its steps', () => {
    const listed = rowsOf('Decide without a network').flatMap(([step, , reason]) =>
      /^\d+(–\d+)?$/.test(step ?? '') ? words(reason) : [],
    );
    expect(listed).toEqual(Object.keys(alone));
  });

  it('lists every error that a gate can meet', () => {
    const listed = rowsOf('Errors').flatMap(([, code]) => words(code));
    const own = [verifyAtGate, getMyGate, uploadGateUses, inspectUse].flatMap(
      ({ refusals }): readonly string[] => refusals,
    );
    // Nobody helps a gate.
    const met = [...commonRefusals.filter(code => code !== 'NOT_FOR_HELPERS'), ...own, 'DEFECT'];
    expect(listed.sort()).toEqual([...new Set<string>(met)].sort());
  });

  it('lists every outcome of an upload', () => {
    const { outcome } = uploadGateUses.output.shape.results.def.element.shape;
    expect(rowsOf('Upload what was decided alone').flatMap(([first]) => words(first))).toEqual(outcome.options);
  });

  it('names a test for each threat, in the words that stand there', () => {
    const rows = rowsOf('Vectors').filter(([id]) => /^T-\d\d$/.test(id ?? ''));
    expect(rows.map(([id]) => id)).toEqual(Array.from({ length: 19 }, (_, n) => `T-${String(n + 1).padStart(2, '0')}`));
    for (const [, , file, title] of rows) {
      const at = path.join(root, words(file)[0] ?? '');
      expect([at, existsSync(at) && readFileSync(at, 'utf8').includes((title ?? '').slice(1, -1))]).toEqual([at, true]);
    }
  });
});
