import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { endpoints } from '@contract/index';
import { intakeReasons } from '@server/features/donations';
import { MACHINE_HEADERS, signMachineRequest } from '@server/platform/machine-signature';
import { markerOutcomes, requiredMarkers, resultMarkers, resultTests } from './result-content';
import { resultReasons } from './result-reasons';

const guide = readFileSync(path.resolve(__dirname, '../../../docs/integration/station.md'), 'utf8');
const stationEndpoints = endpoints.filter(({ who }) => who.length === 1 && who[0] === 'station');

/** As a reader finds them: secret, body, the six lines and the signature that they give. */
const vectors = [
  ...guide.matchAll(/secret `([^`]+)`, body\s+`([^`]+)`, and\n\n((?: {4}.+\n){6})\ngive `([0-9a-f]{64})`/g),
].map(([, secret = '', body = '', block = '', signature = '']) => ({
  secret,
  body,
  lines: block.split('\n').map(line => line.trim()),
  signature,
}));

describe('the guide for stations', () => {
  it('has a test vector for every operation of a station', () => {
    expect(stationEndpoints.map(({ path: at }) => at).sort()).toEqual(vectors.map(({ lines }) => lines[1]).sort());
  });

  it.each(vectors)('signs as $lines.1 says', ({ secret, body, lines, signature }) => {
    const [method = '', at = '', machineId = '', seconds = '', nonce = '', hash] = lines;
    expect(createHash('sha256').update(body, 'utf8').digest('hex')).toBe(hash);
    const headers = signMachineRequest({ method, path: at, machineId, seconds: Number(seconds), nonce, body }, secret);
    expect(headers[MACHINE_HEADERS.signature]).toBe(signature);
  });

  it('names every refusal that a station can meet', () => {
    const codes = stationEndpoints.flatMap(({ refusals }) => refusals);
    for (const code of [...codes, 'INVALID_INPUT', 'NOT_SIGNED_IN', 'TOO_MANY_REQUESTS', 'NOT_ALLOWED'])
      expect(guide).toContain(code);
  });

  it.each(Object.entries({ ...intakeReasons, ...resultReasons }))('explains the reason %s', (reason, sentence) => {
    const rows = guide.split('\n').filter(line => line.startsWith(`| \`${reason}\``));
    expect(rows.join('\n')).toContain(sentence);
  });

  it('lists every test, marker and outcome, and which markers are required', () => {
    for (const word of [...resultTests, ...resultMarkers, ...markerOutcomes]) expect(guide).toContain(`\`${word}\``);
    const required = guide.split('\n').find(line => line.startsWith('| `markers`'));
    for (const marker of requiredMarkers) expect(required).toContain(`\`${marker}\``);
  });
});
