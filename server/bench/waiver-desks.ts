import type { InputDraft } from '@contract/endpoint';
import { settleWaiver } from '@contract/waivers';
import { type Desk, aDesk } from '@server/testing/builders/last-millilitres';
import { aDonor, aPerson } from '@server/testing/builders/people';
import { aDonation, inOneHousehold, simulatedRegisters } from '@server/testing/builders/waivers';
import { startTestApp } from '@server/testing/test-app';
import { Stopwatch } from './harness';

const CLIENTS = 16;
const warmUp = 50;

interface Measured {
  perSecond: number;
  watch: Stopwatch;
}

/**
 * Whole decisions over HTTP: a signed request of a discharge desk, kinship asked of the simulated registers over their real
 * protocol, the bill read line by line, the rules, the ledger, evidence, messages, the answer.
 */
export async function measureDesks(databaseUrl: string, decisions: number): Promise<Measured> {
  const { register, platform, adapters } = await simulatedRegisters();
  const test = await startTestApp({ adapters, database: { kind: 'mysql', url: databaseUrl } });
  try {
    const desks = [await aDesk(test), await aDesk(test), await aDesk(test), await aDesk(test)];
    const settlements: { desk: Desk; draft: InputDraft<typeof settleWaiver> }[] = [];
    for (let n = 0; n < decisions + warmUp; n++) {
      const donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
      await aDonation(test, donor, '2024-01-10');
      await aDonation(test, donor, '2016-01-10', { volumeMl: 300 });
      const patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
      inOneHousehold(register, [donor, '户主'], [patient, '母亲']);
      const desk = desks[n % desks.length];
      if (!desk) throw new Error('no desk');
      const draft = {
        ...{ hospitalReference: `HIS-${n}`, admittedOn: '2026-03-01', dischargedOn: '2026-03-05' },
        patient: { name: patient.name, document: patient.document },
        donor: { who: 'relative' as const, name: donor.name, document: donor.document, relation: 'parent' as const },
        ...{ billCode: '33060126', billNumber: `7${String(n).padStart(9, '0')}` },
        lines: [
          { code: 'B01', name: '去白细胞悬浮红细胞', amountFen: 30_000 },
          { code: 'B09', name: '交叉配血', amountFen: 8_000 },
        ],
      };
      settlements.push({ desk, draft });
    }
    const settle = async ({ desk, draft }: (typeof settlements)[number]) => {
      const answer = await desk.machine.call(settleWaiver, draft);
      if (!answer.ok || answer.value.waivedFen !== 30_000) throw new Error('a settlement was not what it should be');
    };
    for (const one of settlements.splice(0, warmUp)) await settle(one);
    const watch = new Stopwatch();
    const started = performance.now();
    const client = async () => {
      for (let one = settlements.pop(); one; one = settlements.pop()) {
        const now = one;
        await watch.time(() => settle(now));
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return { perSecond: decisions / ((performance.now() - started) / 1000), watch };
  } finally {
    await test.close();
    await platform.close();
  }
}
