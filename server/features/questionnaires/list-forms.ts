import { In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listMyForms as contract } from '@contract/questionnaires';
import { findSitesById } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { Questionnaire } from './questionnaire.entity';
import { VisitArchive } from './visit-archive.entity';

/** The signed forms of the person in session, newest first; of a form that was signed again, the one that counts. */
export async function listMyForms(
  tx: Tx,
  { cursor, limit = 20 }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const after = readCursor(cursor, 1);
  const query = tx.em
    .createQueryBuilder(QuestionnaireSubmission, 'submission')
    .innerJoin(Questionnaire, 'form', 'form.submission_id = submission.id')
    .where('submission.person_id = :personId', { personId: personOf(tx.actor) })
    .orderBy('submission.sequence', 'DESC')
    .limit(limit + 1);
  if (after) query.andWhere('submission.sequence < :sequence', { sequence: Number(after[0]) });
  const page = pageOf(await query.getMany(), limit, row => [String(row.sequence)]);
  const forms = await tx.em.findBy(Questionnaire, { submissionId: In(page.items.map(({ id }) => id)) });
  const formOf = new Map(forms.map(form => [form.submissionId, form]));
  const sites = await findSitesById(
    tx,
    forms.map(({ siteId }) => siteId),
  );
  const archives = await tx.em.findBy(VisitArchive, { submissionId: In(page.items.map(({ id }) => id)) });
  const made = new Set(archives.map(({ submissionId }) => submissionId));
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(row => {
      const form = formOf.get(row.id);
      return {
        id: row.id,
        appointmentId: row.appointmentId,
        type: row.type,
        validOn: row.validOn,
        siteName: sites.get(form?.siteId ?? '')?.name ?? '',
        submittedAt: row.submittedAt,
        version: row.version,
        archive: made.has(row.id) ? 'ready' : form?.ended ? 'making' : 'none',
      };
    }),
  };
}
