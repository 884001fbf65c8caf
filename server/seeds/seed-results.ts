import { addDays, chinaInstant } from '@rules/calendar';
import { Donation } from '@server/features/donations';
import { findPersonByDocument } from '@server/features/identity';
import { openCase, recordUse, storeResult, type ResultContent } from '@server/features/results';
import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { people } from './personas';

const nothingFound = (['hbv', 'hcv', 'hiv', 'syphilis'] as const).map(marker => ({
  marker,
  outcome: 'non_reactive' as const,
}));

/** Values of the latest donations, the newest first: one is a little high, as after a short night. */
const values = [
  { alt: '62', haemoglobin: '146', platelets: '232' },
  { alt: '31', haemoglobin: '149', platelets: '241' },
  { alt: '28', haemoglobin: '144', platelets: '238' },
] as const;

/** The regular donor's latest results, and blood that has been used; a donation that has a result is left alone. */
export async function seedResults(tx: Tx): Promise<void> {
  const person = await findPersonByDocument(tx, 'id_card', people.regular.docNumber);
  const donations = await tx.em.find(Donation, {
    where: { personId: person?.id ?? '' },
    order: { donatedOn: 'DESC' },
    take: values.length,
  });
  for (const [index, donation] of donations.entries()) {
    const testedOn = addDays(donation.donatedOn, 3);
    const content: ResultContent = {
      testedAt: chinaInstant(testedOn, '16:00'),
      testedOn,
      values: Object.entries(values[index] ?? values[0]).map(([test, value]) => ({
        test: test as keyof (typeof values)[number],
        value,
      })),
      markers: nothingFound,
    };
    await storeResult(tx, { donation, content, batchId: 'demo' });
    if (index > 0) await recordUse(tx, donation.id, addDays(donation.donatedOn, 6));
  }
}

/** One complaint and one donor to call, so that the nurse's list is not empty. */
export async function seedCases(tx: Tx): Promise<void> {
  const station = await tx.em.findOneByOrFail(Organization, { code: 'ZJ01' });
  const site = await tx.em.findOneByOrFail(Site, { code: 'ZJ01-01' });
  const person = await findPersonByDocument(tx, 'id_card', people.regular.docNumber);
  if (!person) return;
  const at = { stationId: station.id, siteId: site.id };
  await openCase(tx, {
    ...at,
    kind: 'survey',
    source: 'demo complaint',
    dueInDays: 5,
    subject: {
      personId: person.id,
      page: 'features/surveys/pages/survey',
      facts: [
        { label: '评价', value: '不满意' },
        { label: '原因', value: '等候时间' },
        { label: '意见', value: '周末人多，等了一个多小时，没有人说明还要多久。' },
      ],
    },
  });
  await openCase(tx, {
    ...at,
    kind: 'reaction',
    source: 'demo reaction',
    dueInDays: 0,
    urgent: true,
    subject: {
      personId: person.id,
      page: 'features/results/pages/report',
      facts: [
        { label: '不适', value: '头晕、乏力' },
        { label: '程度', value: '重：需要看医生' },
      ],
    },
  });
}
