import { MoreThan } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { getDonationCertificate, listDonationPlaces, listDonations } from '@contract/certificates';
import { maskDocumentNumber } from '@rules/identifiers';
import { addDays } from '@rules/calendar';
import { dinCheckCharacter } from '@rules/din';
import { getPerson, openDocNumber, openName, ownDataAsked, personLeft } from '@server/features/identity';
import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { pageOf, readCursor } from '@server/platform/cursor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';

type Summary = Output<typeof listDonations>['items'][number];
type Listed = Donation & { siteName: string; city: string; stationName: string };

const ownDonations = (tx: Tx) =>
  tx.em
    .createQueryBuilder(Donation, 'donation')
    .innerJoin(Site, 'site', 'site.id = donation.siteId')
    .innerJoin(Organization, 'station', 'station.id = donation.stationId')
    .where('donation.personId = :personId', { personId: personOf(tx.actor) });

const withNames = (query: ReturnType<typeof ownDonations>) => {
  query.select([]);
  for (const column of [
    'id',
    'donationNumber',
    'type',
    'volumeMl',
    'unitsTenths',
    'donatedAt',
    'donatedOn',
    'abo',
    'rhd',
  ])
    query.addSelect(`donation.${column}`, column);
  return query
    .addSelect('site.name', 'siteName')
    .addSelect('site.city', 'city')
    .addSelect('station.name', 'stationName');
};

const summaryOf = (row: Listed): Summary => ({
  id: row.id,
  // As printed on the bag: the check character lets the donor type it in elsewhere.
  donationNumber: row.donationNumber + dinCheckCharacter(row.donationNumber),
  type: row.type,
  on: row.donatedOn,
  volumeMl: row.volumeMl,
  unitsTenths: row.unitsTenths,
  siteName: row.siteName,
  city: row.city,
  stationName: row.stationName,
});

/** Own donations, newest first. */
export async function findDonationList(
  tx: Tx,
  { city, cursor, limit = 20 }: Input<typeof listDonations>,
): Promise<Output<typeof listDonations>> {
  const query = withNames(ownDonations(tx));
  if (city !== undefined) query.andWhere('site.city = :city', { city });
  const after = readCursor(cursor, 2);
  if (after)
    query.andWhere('(donation.donatedAt < :at OR (donation.donatedAt = :at AND donation.id < :id))', {
      at: after[0],
      id: after[1],
    });
  const rows = await query
    .orderBy('donation.donatedAt', 'DESC')
    .addOrderBy('donation.id', 'DESC')
    .limit(limit + 1)
    .getRawMany<Listed>();
  const { items, nextCursor } = pageOf(rows, limit, row => [row.donatedAt, row.id]);
  return { items: items.map(summaryOf), nextCursor };
}

/** Cities of one's own donations, the most visited first. */
export async function findDonationPlaces(tx: Tx): Promise<Output<typeof listDonationPlaces>> {
  const rows = await ownDonations(tx)
    .select('site.city', 'city')
    .addSelect('COUNT(*)', 'donations')
    .addSelect('MAX(donation.donatedOn)', 'lastOn')
    .groupBy('site.city')
    .getRawMany<{ city: string; donations: number | string; lastOn: string }>();
  // Drivers differ in whether a count is a number.
  const items = rows.map(row => ({ ...row, donations: Number(row.donations) }));
  items.sort((a, b) => b.donations - a.donations || (a.lastOn < b.lastOn ? 1 : -1));
  return { items };
}

/** The certificate of one own donation; somebody else's is not found. */
export async function getCertificateOfDonation(
  tx: Tx,
  { donationId }: Input<typeof getDonationCertificate>,
): Promise<Output<typeof getDonationCertificate>> {
  const row = await withNames(ownDonations(tx))
    .andWhere('donation.id = :donationId', { donationId })
    .getRawOne<Listed>();
  if (!row) throw notFound();
  const person = await getPerson(tx, personOf(tx.actor));
  return {
    donation: summaryOf(row),
    holder: { name: openName(tx, person), maskedDocument: maskDocumentNumber(openDocNumber(tx, person)) },
    bloodGroup: { abo: row.abo, rhd: row.rhd },
    thanks: '感谢您无偿捐献，您的爱心让生命得以延续。',
  };
}

/** Days after a donation in which the station may have to call the donor about it. */
const callableDays = 60;

export function startCopyingDonations(app: App): void {
  app.events.on(ownDataAsked, async (tx, { add }) => {
    const rows = await withNames(ownDonations(tx)).orderBy('donation.donatedAt', 'DESC').getRawMany<Listed>();
    add(
      '献血记录',
      rows.map(row => ({ ...summaryOf(row), abo: row.abo, rhd: row.rhd })),
    );
  });
  app.events.on(personLeft, async (tx, { personId, keepPhone }) => {
    const recent = { personId, donatedOn: MoreThan(addDays(tx.today, -callableDays)) };
    if (await tx.em.existsBy(Donation, recent)) keepPhone();
  });
}
