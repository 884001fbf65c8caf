import { verifyAtGate } from '@contract/gates';
import { mintPrivilegeCode } from '@contract/privileges';
import { aGate, asEntitledDonor } from '@server/testing/builders/privileges';
import { startTestApp } from '@server/testing/test-app';
import { isTooFast } from './travel-speed';

const hangzhou = { latitudeE6: 30_250_000, longitudeE6: 120_165_000 };
const wenzhou = { latitudeE6: 28_000_000, longitudeE6: 120_690_000 };
const unknown = { latitudeE6: null, longitudeE6: null };
const nextStreet = { latitudeE6: 30_255_000, longitudeE6: 120_165_000 };

describe('the speed between two uses', () => {
  it.each([
    ['Hangzhou to Wenzhou in ten minutes', hangzhou, wenzhou, 600, true],
    ['Hangzhou to Wenzhou in an hour', hangzhou, wenzhou, 3600, false],
    ['the next street at once', hangzhou, nextStreet, 1, false],
    ['from a gate whose place nobody entered', unknown, wenzhou, 1, false],
    ['to a gate whose place nobody entered', hangzhou, unknown, 1, false],
  ])('%s', (_name, from, to, seconds, expected) => {
    expect(isTooFast(from, to, seconds)).toBe(expected);
  });

  it.each([
    [true, 'amber'],
    [false, 'red'],
  ])('makes a gate with staff (%s) answer %s', async (staffed, result) => {
    const test = await startTestApp();
    try {
      const position = (place: typeof hangzhou) => ({ ...place, staffed });
      const [here, there] = [await aGate(test, position(hangzhou)), await aGate(test, position(wenzhou))];
      const { token: as } = await asEntitledDonor(test);
      const use = async (gate: typeof here, requestId: string) => {
        const { text: code } = await test.get(mintPrivilegeCode, { scope: 'park' }, { as });
        const answer = await gate.machine.call(verifyAtGate, { code, requestId });
        return answer.ok ? answer.value : answer.code;
      };
      expect(await use(here, 'speed-one')).toMatchObject({ result: 'green' });
      expect(await use(there, 'speed-two')).toMatchObject({ result, reason: 'speed' });
    } finally {
      await test.close();
    }
  });
});
