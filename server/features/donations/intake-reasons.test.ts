import { readFileSync } from 'node:fs';
import { signMachineRequest } from '@server/platform/machine-signature';
import { intakeReasons } from './intake-reasons';
import { fieldOfHeader } from './intake-words';

const guide = readFileSync('docs/integration/station.md', 'utf8');
const cellsOf = (line: string) => line.split('|').map(cell => cell.trim());

describe('the guide for stations', () => {
  it('lists every reason with the sentence that the service gives', () => {
    const listed = guide
      .slice(guide.indexOf('## Reasons for donations'), guide.indexOf('## Reasons for results'))
      .split('\n')
      .map(cellsOf)
      .filter(([, word]) => word?.startsWith('`'));
    expect(Object.fromEntries(listed.map(([, word, , sentence]) => [word?.slice(1, -1), sentence]))).toEqual(
      intakeReasons,
    );
  });

  it('names columns that the service understands', () => {
    const columns = guide
      .slice(guide.indexOf('## A row'), guide.indexOf('## The file'))
      .split('\n')
      .map(cellsOf)
      .filter(([, field]) => field?.startsWith('`'));
    expect(columns).toHaveLength(14);
    for (const [, field, headings] of columns)
      for (const heading of headings?.split(', ') ?? [])
        expect([heading, fieldOfHeader(heading)]).toEqual([heading, field?.slice(1, -1)]);
  });

  it('shows a signature that holds', () => {
    const body = '{"batchId":"2026-03-05-01","rows":[]}';
    const request = {
      method: 'POST',
      path: '/api/intake/donations',
      machineId: 'station-ZJ01',
      seconds: 1_700_000_000,
    };
    const headers = signMachineRequest(
      { ...request, nonce: 'AAAAAAAAAAAAAAAAAAAA01', body },
      'test-secret-of-station-ZJ01',
    );
    expect(guide).toContain(headers['x-machine-signature']);
  });
});
