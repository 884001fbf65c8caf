import { In } from 'typeorm';
import { addDays } from '@rules/calendar';
import type { Input, Output } from '@contract/endpoint';
import type { getMyResult, listMyResults } from '@contract/results';
import { Donation } from '@server/features/donations';
import { getPerson, ownDataAsked } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { findSitesById, getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { BloodUse } from './blood-use.entity';
import { DonationResult } from './donation-result.entity';
import { reactionDays } from './reaction-period';
import { statusOf, type ResultContent } from './result-content';
import { openContent } from './store-results';
import { explainValue } from './value-rule';

const latest = 50;

/** A relative reads measured values; that the station wants to speak to the donor is for the donor alone. */
const shownStatus = (tx: Tx, content: ResultContent | undefined) => {
  const status = statusOf(content);
  return status === 'contact' && tx.actor.assistedBy?.kind === 'relative' ? 'waiting' : status;
};

export async function findMyResults(tx: Tx): Promise<Output<typeof listMyResults>> {
  const donations = await tx.em.find(Donation, {
    where: { personId: personOf(tx.actor) },
    order: { donatedOn: 'DESC', id: 'DESC' },
    take: latest,
  });
  const rows = await tx.em.findBy(DonationResult, { donationId: In(donations.map(({ id }) => id)) });
  const contents = new Map(rows.map(row => [row.donationId, openContent(tx, row.contentSealed)]));
  const sites = await findSitesById(
    tx,
    donations.map(({ siteId }) => siteId),
  );
  const items = donations.map(({ id, donatedOn, type, siteId }) => ({
    donationId: id,
    donatedOn,
    type,
    siteName: sites.get(siteId)?.name ?? '',
    status: shownStatus(tx, contents.get(id)),
  }));
  return { items };
}

/** Another's donation does not exist for the person in session. */
export async function getResult(
  tx: Tx,
  { donationId }: Input<typeof getMyResult>,
): Promise<Output<typeof getMyResult>> {
  const personId = personOf(tx.actor);
  const donation = await tx.em.findOneBy(Donation, { id: donationId, personId });
  if (!donation) throw notFound();
  tx.subject(personId);
  const [site, station] = [await getSite(tx, donation.siteId), await getOrganization(tx, donation.stationId)];
  const row = await tx.em.findOneBy(DonationResult, { donationId });
  const content = row ? openContent(tx, row.contentSealed) : undefined;
  const status = shownStatus(tx, content);
  const told = status === 'waiting' ? undefined : content;
  const use = statusOf(content) === 'contact' ? null : await tx.em.findOneBy(BloodUse, { donationId });
  const { sex } = await getPerson(tx, personId);
  const reportUntil = addDays(donation.donatedOn, reactionDays);
  return {
    donationId,
    donatedOn: donation.donatedOn,
    type: donation.type,
    siteName: site.name,
    status,
    toldAt: told && row ? row.updatedAt : null,
    values: told && status === 'ready' ? told.values.map(value => explainValue(value, sex)) : [],
    station: { name: station.name, phone: site.phone },
    journey: [
      { step: 'given', title: '献出', on: donation.donatedOn },
      { step: 'tested', title: '检测完成', on: told?.testedOn ?? null },
      { step: 'used', title: '用于临床', on: use?.usedOn ?? null },
    ],
    reportUntil: tx.today <= reportUntil ? reportUntil : null,
  };
}

/** With the values that the page of each result shows. */
export const startCopyingResults = (app: App): void =>
  app.events.on(ownDataAsked, async (tx, { personId, add }) => {
    const { items } = await findMyResults(tx);
    const rows = await tx.em.findBy(DonationResult, { donationId: In(items.map(({ donationId }) => donationId)) });
    const contents = new Map(rows.map(row => [row.donationId, openContent(tx, row.contentSealed)]));
    const { sex } = await getPerson(tx, personId);
    add(
      '检测结果',
      items.map(({ donationId, donatedOn, type, siteName, status }) => {
        const told = status === 'ready' ? contents.get(donationId) : undefined;
        const values = told?.values.map(value => explainValue(value, sex)) ?? [];
        return { donatedOn, type, siteName, status, values };
      }),
    );
  });
