import { In } from 'typeorm';
import { addMonths, daysBetween, toChinaDate } from '@rules/calendar';
import type { Output } from '@contract/endpoint';
import type { listSiteScores } from '@contract/surveys';
import { FollowUpCase } from '@server/features/results';
import { findSitesById } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { lowScore } from './survey-words';
import { Survey } from './survey.entity';

/** Fewer answers than this could tell who gave them. */
const atLeast = 5;
const months = 6;

interface Row {
  siteId: string;
  month: string;
  asked: number | string;
  answered: number | string;
  sum: number | string | null;
  low: number | string | null;
}

const countRows = (tx: Tx, since: string): Promise<Row[]> =>
  tx.em
    .createQueryBuilder(Survey, 'survey')
    .select('survey.siteId', 'siteId')
    .addSelect('SUBSTR(survey.visit_on, 1, 7)', 'month')
    .addSelect('COUNT(*)', 'asked')
    .addSelect('COUNT(survey.score)', 'answered')
    .addSelect('SUM(survey.score)', 'sum')
    .addSelect(`SUM(CASE WHEN survey.score <= ${lowScore} THEN 1 ELSE 0 END)`, 'low')
    .where('survey.visitOn >= :since', { since })
    .groupBy('survey.siteId')
    .addGroupBy('SUBSTR(survey.visit_on, 1, 7)')
    .getRawMany<Row>();

const median = (days: readonly number[]): number | null => {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
};

/** Days until each complaint was answered, by site and month of the visit. */
async function findAnswerDays(tx: Tx, since: string) {
  const complaints = await tx.em
    .createQueryBuilder(Survey, 'survey')
    .where('survey.visitOn >= :since AND survey.caseId IS NOT NULL', { since })
    .getMany();
  const ids = complaints.flatMap(({ caseId }) => caseId ?? []);
  const cases = new Map((await tx.em.findBy(FollowUpCase, { id: In(ids) })).map(row => [row.id, row]));
  const found = new Map<string, { open: number; days: number[] }>();
  for (const { siteId, visitOn, caseId } of complaints) {
    const key = `${siteId} ${visitOn.slice(0, 7)}`;
    const entry = found.get(key) ?? { open: 0, days: [] };
    const followUp = cases.get(caseId ?? '');
    if (followUp?.closedAt)
      entry.days.push(daysBetween(toChinaDate(followUp.openedAt), toChinaDate(followUp.closedAt)));
    else entry.open++;
    found.set(key, entry);
  }
  return found;
}

export async function findScores(tx: Tx): Promise<Output<typeof listSiteScores>> {
  const since = `${addMonths(tx.today, 1 - months).slice(0, 7)}-01`;
  const rows = await countRows(tx, since);
  const complaints = await findAnswerDays(tx, since);
  const sites = await findSitesById(
    tx,
    rows.map(({ siteId }) => siteId),
  );
  const items = rows.map(row => {
    const answered = Number(row.answered);
    const { open, days } = complaints.get(`${row.siteId} ${row.month}`) ?? { open: 0, days: [] };
    return {
      siteId: row.siteId,
      siteName: sites.get(row.siteId)?.name ?? '',
      month: row.month,
      asked: Number(row.asked),
      answered,
      figures:
        answered < atLeast
          ? null
          : {
              meanTenths: Math.round((Number(row.sum) * 10) / answered),
              lowPercent: Math.round((Number(row.low) * 100) / answered),
              casesClosed: days.length,
              casesOpen: open,
              daysToAnswer: median(days),
            },
    };
  });
  items.sort((a, b) => b.month.localeCompare(a.month) || a.siteName.localeCompare(b.siteName));
  return { atLeast, items };
}
