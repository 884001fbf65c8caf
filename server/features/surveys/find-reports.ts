import { In, MoreThanOrEqual } from 'typeorm';
import { addDays } from '@rules/calendar';
import type { Output } from '@contract/endpoint';
import type { listMyReports } from '@contract/surveys';
import { Donation } from '@server/features/donations';
import { ownDataAsked } from '@server/features/identity';
import { FollowUpCase, openOutcome, reactionDays } from '@server/features/results';
import { findSitesById } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import type { Tx } from '@server/platform/tx';
import { ReactionReport } from './reaction-report.entity';
import type { ReactionContent } from './report-reaction';

const latest = 50;

/** Donations that a reaction can still be reported on, the newest first. */
async function findReportable(tx: Tx, personId: string) {
  const donations = await tx.em.find(Donation, {
    where: { personId, donatedOn: MoreThanOrEqual(addDays(tx.today, -reactionDays)) },
    order: { donatedOn: 'DESC', id: 'DESC' },
  });
  const sites = await findSitesById(
    tx,
    donations.map(({ siteId }) => siteId),
  );
  return donations.map(({ id, donatedOn, type, siteId }) => ({
    donationId: id,
    donatedOn,
    type,
    siteName: sites.get(siteId)?.name ?? '',
    phone: sites.get(siteId)?.phone ?? '',
    reportUntil: addDays(donatedOn, reactionDays),
  }));
}

export async function findMyReports(tx: Tx): Promise<Output<typeof listMyReports>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const reports = await tx.em.find(ReactionReport, {
    where: { personId },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: latest,
  });
  const cases = await tx.em.findBy(FollowUpCase, { id: In(reports.map(({ caseId }) => caseId)) });
  const donations = await tx.em.findBy(Donation, { id: In(reports.map(({ donationId }) => donationId)) });
  const items = reports.map(report => {
    const content = JSON.parse(tx.app.crypto.open('health', report.contentSealed)) as ReactionContent;
    const followUp = cases.find(({ id }) => id === report.caseId);
    return {
      id: report.id,
      at: report.createdAt,
      donatedOn: donations.find(({ id }) => id === report.donationId)?.donatedOn ?? content.startedOn,
      symptoms: [...content.symptoms],
      severity: content.severity,
      words: content.words,
      state: followUp?.state ?? 'closed',
      answer: (followUp && openOutcome(tx, followUp)?.answer) ?? null,
    };
  });
  return { donations: await findReportable(tx, personId), items };
}

export const startCopyingReports = (app: App): void =>
  app.events.on(ownDataAsked, async (tx, { add }) => add('不适反馈', (await findMyReports(tx)).items));
