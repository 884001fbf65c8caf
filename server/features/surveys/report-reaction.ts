import { addDays, type CalendarDate } from '@rules/calendar';
import type { Input, Output } from '@contract/endpoint';
import type { reportReaction as contract } from '@contract/surveys';
import { Donation } from '@server/features/donations';
import { openCase, reactionDays } from '@server/features/results';
import { getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { newId } from '@server/platform/ids';
import { badField, notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import {
  adviceForSymptoms,
  callWithinDays,
  isUrgent,
  severityWords,
  symptomWords,
  type Severity,
  type Symptom,
} from './care-advice';
import { ReactionReport } from './reaction-report.entity';

export interface ReactionContent {
  readonly symptoms: readonly Symptom[];
  readonly severity: Severity;
  readonly startedOn: CalendarDate;
  readonly words: string | null;
}

/** Where a donor reads what the station answered. */
const answerPage = 'features/results/pages/report';
const mostReports = 5;

const factsOf = ({ symptoms, severity, startedOn, words }: ReactionContent) => [
  { label: '不适', value: symptoms.map(symptom => symptomWords[symptom]).join('、') },
  { label: '程度', value: severityWords[severity] },
  { label: '开始时间', value: startedOn },
  ...(words ? [{ label: '本人描述', value: words }] : []),
];

/** Any time within the period, as often as something new comes up; each report is a case for the station. */
export async function reportReaction(tx: Tx, command: Input<typeof contract>): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  const donation = await tx.em.findOneBy(Donation, { id: command.donationId, personId });
  if (!donation) throw notFound();
  tx.subject(personId);
  if (addDays(donation.donatedOn, reactionDays) < tx.today) throw new Refusal('REPORT_TOO_LATE', 'conflict');
  if (command.startedOn < donation.donatedOn) throw badField('startedOn', 'before_donation');
  if (command.startedOn > tx.today) throw badField('startedOn', 'in_future');
  if ((await tx.em.countBy(ReactionReport, { donationId: donation.id })) >= mostReports)
    throw new Refusal('TOO_MANY_REPORTS', 'conflict');
  const symptoms = [...new Set(command.symptoms)];
  const { severity } = command;
  const content: ReactionContent = { symptoms, severity, startedOn: command.startedOn, words: command.words || null };
  const reportId = newId();
  const urgent = isUrgent(symptoms, severity);
  const opened = await openCase(tx, {
    kind: 'reaction',
    source: `reaction ${reportId}`,
    stationId: donation.stationId,
    siteId: donation.siteId,
    dueInDays: callWithinDays(symptoms, severity),
    urgent,
    subject: { personId, donationId: donation.id, facts: factsOf(content), page: answerPage },
  });
  await tx.em.insert(ReactionReport, {
    id: reportId,
    personId,
    donationId: donation.id,
    caseId: opened.id,
    contentSealed: tx.app.crypto.seal('health', JSON.stringify(content)),
    createdAt: tx.now,
  });
  return {
    reportId,
    advice: adviceForSymptoms(symptoms),
    urgent,
    phone: (await getSite(tx, donation.siteId)).phone,
    callBackBy: opened.dueOn,
    tellLate: symptoms.includes('fever'),
  };
}
