import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type CalendarDate, addDays, toChinaDate } from '@rules/calendar';
import { Donation } from '@server/features/donations';
import { Donor } from '@server/features/donors';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { insertRows } from '@server/platform/db/insert-rows';
import { newId } from '@server/platform/ids';
import { inTransaction } from '@server/platform/tx';
import { randomOf } from '@server/seeds/generate-random';

const donorsAtOnce = 2000;
const station = newId();
/** Without a common divisor with the number of donors, so that everybody has a turn. */
const STRIDE = 7919;

const certificateOf = (n: number): string => `ZJ${String(n).padStart(13, '0')}`;

interface Counts {
  donors: number;
  cases: number;
}

/**
 * A register of donors with one to four donations over twelve years and a file of waivers among them, as the province had
 * them: mostly parents, children and spouses, some donors themselves, now and then the wider family, who are refused.
 */
export async function writeCases(app: App, file: string, { donors, cases }: Counts): Promise<void> {
  const random = randomOf(20_260_305, 1);
  const today = toChinaDate(app.clock.now());
  const pick = <T>(items: readonly T[]): T => items[random.whole(0, items.length - 1)] as T;
  const dayBack = (most: number): CalendarDate => addDays(today, -random.whole(0, most));
  for (let from = 0; from < donors; from += donorsAtOnce) {
    const some: Donor[] = [];
    const given: Donation[] = [];
    for (let n = from; n < Math.min(donors, from + donorsAtOnce); n++) {
      const personId = newId();
      const certificateNumber = certificateOf(n);
      some.push({
        personId,
        certificateNumber,
        abo: 'A',
        rhd: 'positive',
        homeStationId: station,
        createdAt: app.clock.now(),
      });
      for (let k = random.whole(1, 4); k > 0; k--) {
        const isPlatelets = random.chance(0.1);
        const donatedOn = dayBack(12 * 365);
        given.push({
          ...{ id: newId(), donationNumber: `Z9${String(n * 4 + k).padStart(11, '0')}`, personId },
          ...{ stationId: station, siteId: station, type: isPlatelets ? 'platelets' : 'whole_blood' },
          volumeMl: isPlatelets ? null : pick([200, 300, 400]),
          unitsTenths: isPlatelets ? pick([10, 15, 20]) : null,
          ...{ donatedAt: `${donatedOn}T02:00:00.000Z`, donatedOn, abo: 'A', rhd: 'positive', source: 'intake' },
          ...{ rowHash: '', version: 1, createdAt: app.clock.now(), updatedAt: app.clock.now() },
        });
      }
    }
    await inTransaction(app, { actor: systemActor, requestId: 'bench' }, async tx => {
      await insertRows(tx.em, Donor, some);
      await insertRows(tx.em, Donation, given);
    });
  }
  const out = createWriteStream(file);
  out.write('case_number,certificate_number,relation,used_on,blood_fee_fen\n');
  for (let n = 0; n < cases; n++) {
    const relation = pick(['self', 'spouse', 'parent', 'parent', 'parent', 'child', 'sibling']);
    // Cases of one donor lie far apart in the file, as they do in time.
    const who = certificateOf((n * STRIDE) % donors);
    const row = [`B${n}`, who, relation, dayBack(3 * 365), random.whole(5_000, 95_000)];
    if (!out.write(`${row.join(',')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
