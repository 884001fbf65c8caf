import { addMonths, addYears, chinaInstant } from '@rules/calendar';
import { Donation, recordDonation } from '@server/features/donations';
import { activeDeferrals, addDeferral } from '@server/features/donors';
import { bindAccount, ensureAccount, ensurePerson, type Person } from '@server/features/identity';
import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import type { DemoHistory } from './demo-histories';
import { people, personas, type PersonaPerson } from './personas';

const ensure = (tx: Tx, { name, sex, birthDate, docNumber, phone }: PersonaPerson): Promise<Person> =>
  ensurePerson(tx, { docType: 'id_card', docNumber, name, sex, birthDate, phone });

/** Everybody, with the host accounts that have proved who they are. 浙里办 proves it at the sign-in by itself. */
export async function seedPeople(tx: Tx): Promise<void> {
  for (const person of Object.values(people)) await ensure(tx, person);
  for (const { role, signIn, person } of personas) {
    if (role !== 'citizen' || !person || signIn.via === 'staff' || signIn.via === 'zheliban') continue;
    const account = await ensureAccount(tx, { host: signIn.via, hostUserId: signIn.openId });
    if (account.personId === null) await bindAccount(tx, account.id, await ensure(tx, person), 'counter');
  }
}

/** One person's donations, oldest first; a person who has any is left alone. */
export async function seedHistory(tx: Tx, history: DemoHistory): Promise<void> {
  const person = await ensure(tx, people[history.key]);
  if (await tx.em.existsBy(Donation, { personId: person.id })) return;
  const gifts = [...history.gifts(tx.today)].sort((a, b) => a.on.localeCompare(b.on));
  for (const [index, gift] of gifts.entries()) {
    const site = await tx.em.findOneByOrFail(Site, { code: gift.site });
    const { facilityCode } = await tx.em.findOneByOrFail(Organization, { id: site.stationId });
    const serial = `9${history.serial}${String(index + 1).padStart(3, '0')}`;
    await recordDonation(tx, {
      personId: person.id,
      stationId: site.stationId,
      siteId: site.id,
      donationNumber: `${facilityCode}${gift.on.slice(2, 4)}${serial}`,
      type: gift.volumeMl ? 'whole_blood' : 'platelets',
      volumeMl: gift.volumeMl ?? null,
      unitsTenths: gift.unitsTenths ?? null,
      donatedAt: chinaInstant(gift.on, '10:20'),
      abo: history.abo,
      rhd: 'positive',
    });
  }
}

/** The deferred donor had a tattoo two months ago: rule T-21, a year. */
export async function seedDeferral(tx: Tx): Promise<void> {
  const { id: personId } = await ensure(tx, people.deferred);
  if ((await activeDeferrals(tx, personId, tx.today)).length > 0) return;
  const untilOn = addYears(addMonths(tx.today, -2), 1);
  await addDeferral(tx, { personId, ruleId: 'T-21', reason: '纹身后一年内暂不能献血', untilOn });
}
