import { bookAppointment } from '@contract/appointments';
import type { Output } from '@contract/endpoint';
import { getQuestionnaire, submitQuestionnaire } from '@contract/questionnaires';
import {
  CURRENT_QUESTIONNAIRE_VERSION,
  questionsFor,
  type Question,
  type QuestionnaireAnswer,
} from '@rules/questionnaire';
import type { Site, Slot } from '@server/features/sites';
import type { TestApp } from '../test-app';
import { aSite, aStation } from './organizations';
import { aDonor, type TestPerson } from './people';
import { asCitizen, type TestSession } from './sessions';
import { aSlot } from './sites';

export type SignedInDonor = TestPerson & Pick<TestSession, 'token'>;

/** A donor with a record and a session. */
export async function aSignedInDonor(test: TestApp, given: Parameters<typeof aDonor>[1] = {}): Promise<SignedInDonor> {
  const donor = await aDonor(test, given);
  return { ...donor, token: (await asCitizen(test, donor)).token };
}

export interface BookedDonor extends SignedInDonor {
  readonly appointmentId: string;
  readonly slot: Slot;
}

/** A donor who has booked this time, by default whole blood at 14:00 today at a new site. */
export async function aBookedDonor(
  test: TestApp,
  given: { slot?: Slot; site?: Pick<Site, 'id'>; donor?: SignedInDonor } = {},
): Promise<BookedDonor> {
  const site = given.site ?? given.slot ?? (await aSite(test, await aStation(test)));
  const slot = given.slot ?? (await aSlot(test, site));
  const donor = given.donor ?? (await aSignedInDonor(test));
  const { id } = await test.get(bookAppointment, { slotId: slot.id, type: slot.type }, { as: donor.token });
  return { ...donor, appointmentId: id, slot };
}

/** A signature about as long as two characters. */
export const aSignature = {
  strokes: [
    [[100, 100] as [number, number], [400, 120] as [number, number], [380, 300] as [number, number]],
    [[600, 80] as [number, number], [620, 320] as [number, number]],
  ],
};

/** A date or words written beside an answer become the answers to its follow-up questions; the first choice is taken. */
const withFollowUps = (
  question: Question,
  { questionId, value, detail }: QuestionnaireAnswer,
): QuestionnaireAnswer[] => [
  { questionId, value },
  ...(value === question.expected ? [] : (question.followUps ?? [])).map(followUp => ({
    questionId: `${questionId}.${followUp.id}`,
    value: followUp.kind === 'choice' ? (followUp.choices[0]?.value ?? '') : (detail ?? '2026-03-05'),
  })),
];

/** Answers to the current form that stand against nothing, except those given. */
export const goodAnswers = (
  sex: TestPerson['sex'],
  except: readonly QuestionnaireAnswer[] = [],
): QuestionnaireAnswer[] => [
  ...except.filter(({ questionId }) => questionId.includes('.')),
  ...questionsFor(CURRENT_QUESTIONNAIRE_VERSION, sex).flatMap(question => {
    const given = except.find(({ questionId }) => questionId === question.id);
    return withFollowUps(question, given ?? { questionId: question.id, value: question.expected }).filter(
      ({ questionId }) => !questionId.includes('.') || !except.some(answer => answer.questionId === questionId),
    );
  }),
];

/** Submits the form of the appointment over HTTP: clear, unless some answers are given. */
export async function submitForm(
  test: TestApp,
  donor: Pick<BookedDonor, 'token' | 'sex' | 'appointmentId'>,
  except: readonly QuestionnaireAnswer[] = [],
): Promise<Output<typeof submitQuestionnaire>> {
  const { appointmentId } = donor;
  const form = await test.get(getQuestionnaire, { appointmentId }, { as: donor.token });
  return test.get(
    submitQuestionnaire,
    {
      appointmentId,
      version: form.version,
      consentVersion: form.consentVersion,
      answers: goodAnswers(donor.sex, except),
      signature: aSignature,
    },
    { as: donor.token },
  );
}

/** Answers whose outcome is known: a tooth out yesterday defers, waiting for a test asks the physician, test-seeking stops. */
export const badAnswer = {
  defer: (extractedOn: string): QuestionnaireAnswer => ({ questionId: 'q11', value: 'yes', detail: extractedOn }),
  doctor: { questionId: 'q02', value: 'yes', detail: '体检报告' } satisfies QuestionnaireAnswer,
  stop: { questionId: 'q04', value: 'yes' } satisfies QuestionnaireAnswer,
};
