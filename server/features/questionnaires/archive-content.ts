import { chinaDateTime } from '@rules/calendar';
import { findConsentText } from '@rules/consent-text';
import { dinCheckCharacter } from '@rules/din';
import { maskDocumentNumber } from '@rules/identifiers';
import { findQuestionnaire, sayAnswers } from '@rules/questionnaire';
import { Donation } from '@server/features/donations';
import { getPerson, openDocNumber, openName } from '@server/features/identity';
import { getSite } from '@server/features/sites';
import { getOrganization } from '@server/features/organizations';
import type { Tx } from '@server/platform/tx';
import { openAnswers } from './answer-vault';
import { ExaminationSignature } from './examination-signature.entity';
import { Questionnaire } from './questionnaire.entity';
import { type QuestionnaireSubmission } from './questionnaire-submission.entity';

export type Strokes = readonly (readonly (readonly [number, number])[])[];
interface Signed {
  readonly who: string;
  readonly strokes: Strokes;
  readonly at: string;
  readonly hash: string;
}

/** Everything that stands in the e-archive of a visit, in words. */
export interface ArchiveContent {
  readonly submission: QuestionnaireSubmission;
  readonly examination: ExaminationSignature | null;
  readonly donationId: string | null;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly questionnaire: { title: string; version: string; hash: string };
  readonly items: readonly { text: string; answer: string; carried: boolean }[];
  readonly consent: {
    title: string;
    version: string;
    hash: string;
    paragraphs: readonly string[];
    declaration: string;
  };
  readonly signatures: readonly Signed[];
}

const sayInstant = (at: string): string => {
  const { date, time } = chinaDateTime(at);
  return `${date} ${time}`;
};

const openStrokes = (tx: Tx, sealed: string): Strokes => JSON.parse(tx.app.crypto.open('identity', sealed)) as Strokes;

async function donationOf(tx: Tx, form: Questionnaire): Promise<Donation | null> {
  return tx.em.findOneBy(Donation, { personId: form.personId, siteId: form.siteId, donatedOn: form.validOn });
}

const typeWords = { whole_blood: '全血', platelets: '血小板', stem_cells: '造血干细胞' } as const;

const sayAmount = ({ type, volumeMl, unitsTenths }: Donation): string =>
  volumeMl === null
    ? `${typeWords[type]} ${(unitsTenths ?? 0) / 10} 个治疗单位`
    : `${typeWords[type]} ${volumeMl} 毫升`;

/** Opens the answers for the document: one line for the donor's list, by the service. */
export async function gatherArchive(tx: Tx, submission: QuestionnaireSubmission): Promise<ArchiveContent> {
  const form = await tx.em.findOneByOrFail(Questionnaire, { appointmentId: submission.appointmentId });
  const person = await getPerson(tx, submission.personId);
  const site = await getSite(tx, form.siteId);
  const station = await getOrganization(tx, site.stationId);
  const donation = await donationOf(tx, form);
  const examination = await tx.em.findOneBy(ExaminationSignature, { submissionId: submission.id });
  const { answers, carried } = await openAnswers(tx, submission, 'archive');
  const consent = findConsentText(submission.consentVersion);
  if (!consent) throw new Error('the signed consent text is missing');
  const signed = (who: string, sealed: string, at: string, hash: string): Signed => ({
    who,
    strokes: openStrokes(tx, sealed),
    at: sayInstant(at),
    hash,
  });
  return {
    submission,
    examination,
    donationId: donation?.id ?? null,
    facts: [
      ['姓名', openName(tx, person)],
      ['证件号码', maskDocumentNumber(openDocNumber(tx, person))],
      ['采供血机构', station.name],
      ['献血地点', site.name],
      ['日期', form.validOn],
      ['申请献', typeWords[form.type]],
      ['献血码', donation ? donation.donationNumber + dinCheckCharacter(donation.donationNumber) : '本次没有献血'],
      ...(donation ? ([['献血量', sayAmount(donation)]] as const) : []),
    ],
    questionnaire: {
      title: findQuestionnaire(submission.version)?.title ?? '',
      version: submission.version,
      hash: submission.questionnaireHash ?? '',
    },
    items: sayAnswers(submission.version, answers).map(item => ({
      ...item,
      carried: carried.includes(item.questionId),
    })),
    consent: {
      title: consent.title,
      version: consent.version,
      hash: submission.consentHash ?? '',
      paragraphs: consent.sections.map(({ title, paragraphs }) => `${title}：${paragraphs.join('')}`),
      declaration: consent.declaration,
    },
    signatures: [
      signed('献血者签名', submission.signatureSealed, submission.submittedAt, submission.hash),
      ...(examination
        ? [signed('体检人员签名', examination.signatureSealed, examination.signedAt, examination.hash)]
        : []),
    ],
  };
}
