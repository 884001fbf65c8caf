import { getQuestionnaire, listOpenings, openMyForm, submitQuestionnaire } from '@contract/questionnaires';
import { questionsFor } from '@rules/questionnaire';
import {
  aBookedDonor,
  aSignature,
  aSignedInDonor,
  goodAnswers,
  submitForm,
  type BookedDonor,
} from '@server/testing/builders/appointments';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { AnswerOpening } from './answer-opening.entity';
import { endQuestionnaire } from './keep-questionnaire';
import { Questionnaire } from './questionnaire.entity';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(testStart));

const version = '2026-12';
const read = ({ appointmentId, token }: Pick<BookedDonor, 'appointmentId' | 'token'>) =>
  test.get(getQuestionnaire, { appointmentId }, { as: token });

/** Signed a form at an earlier visit, and has booked again half a year later. */
async function aRepeatDonor(except: Parameters<typeof submitForm>[2] = []): Promise<BookedDonor> {
  const person = await aSignedInDonor(test, { sex: 'male' });
  const first = await aBookedDonor(test, { donor: person });
  await submitForm(test, first, except);
  await test.inTransaction(async tx => {
    await endQuestionnaire(tx, first.appointmentId);
    // What the appointments do when a visit ends; this test is about the form alone.
    await tx.em.query(
      `UPDATE appointment SET open_key = NULL, state = 'fulfilled' WHERE id = '${first.appointmentId}'`,
    );
  });
  test.clock.set('2026-09-10T01:00:00.000Z');
  return aBookedDonor(test, { donor: { ...person, token: (await asCitizen(test, person)).token } });
}

const askedAnswers = async (donor: BookedDonor) => {
  const { questions } = await read(donor);
  const asked = questions.filter(({ way }) => way !== 'carried').map(({ id }) => id);
  return goodAnswers('male').filter(({ questionId }) => asked.includes(questionId));
};
const submit = (
  donor: BookedDonor,
  answers: Parameters<typeof test.call<typeof submitQuestionnaire>>[1]['answers'],
  reaffirmed?: boolean,
) =>
  test.call(
    submitQuestionnaire,
    {
      appointmentId: donor.appointmentId,
      version,
      consentVersion: version,
      answers,
      reaffirmed,
      signature: aSignature,
    },
    { as: donor.token },
  );

describe('the form of a repeat donor', () => {
  it('carries lasting facts, groups what may have happened, and asks what is critical alone', async () => {
    const form = await read(await aRepeatDonor());
    expect(form.carried).toMatchObject({ signedOn: '2026-03-05' });
    for (const question of questionsFor(version, 'male')) {
      const way = { safety: 'alone', volatile: 'together', stable: 'carried' }[question.change ?? 'safety'];
      expect(form.questions.find(({ id }) => id === question.id)).toMatchObject({ id: question.id, way });
    }
    expect(form.groups.map(({ id }) => id)).toEqual(['today', 'week', 'month', 'longer']);
  });

  it('is signed with what was re-affirmed, marked as such', async () => {
    const donor = await aRepeatDonor();
    expect(await submit(donor, await askedAnswers(donor), true)).toMatchObject({
      ok: true,
      value: { outcome: 'clear' },
    });
    const { items } = await test.get(openMyForm, { appointmentId: donor.appointmentId }, { as: donor.token });
    expect(items).toHaveLength(questionsFor(version, 'male').length);
    expect(items.filter(({ carried }) => carried).map(({ questionId }) => questionId)).toEqual(
      questionsFor(version, 'male').flatMap(({ id, change }) => (change === 'stable' ? [id] : [])),
    );
  });

  it('is not complete without the donor saying that it is still so', async () => {
    const donor = await aRepeatDonor();
    expect(await submit(donor, await askedAnswers(donor))).toMatchObject({ code: 'ANSWERS_MISSING' });
  });

  it('takes a new answer before the one of last time', async () => {
    const donor = await aRepeatDonor();
    const changed = [
      { questionId: 'q31', value: 'yes' },
      { questionId: 'q31.what', value: 'malignant' },
    ];
    const answer = await submit(donor, [...(await askedAnswers(donor)), ...changed], true);
    expect(answer).toMatchObject({ value: { outcome: 'stop', findings: [{ questionId: 'q31', ruleId: 'P-13' }] } });
  });

  it('carries nothing that is critical, whatever the client claims', async () => {
    const donor = await aRepeatDonor();
    const answers = (await askedAnswers(donor)).filter(({ questionId }) => questionId !== 'q23');
    expect(await submit(donor, answers, true)).toMatchObject({
      code: 'ANSWERS_MISSING',
      details: { questionIds: ['q23'] },
    });
  });

  it('opens the earlier answers once, and the donor sees it', async () => {
    const donor = await aRepeatDonor();
    await read(donor);
    await read(donor);
    const { items } = await test.get(listOpenings, {}, { as: donor.token });
    expect(items.filter(({ purpose }) => purpose === 'repeat-form')).toMatchObject([
      { by: 'me', validOn: '2026-03-05' },
    ]);
  });

  it('keeps what it carries sealed under the key of answers, until it is signed', async () => {
    const donor = await aRepeatDonor();
    await read(donor);
    const row = () =>
      test.inTransaction(tx => tx.em.findOneByOrFail(Questionnaire, { appointmentId: donor.appointmentId }));
    const { carriedSealed } = await row();
    expect(test.app.crypto.open('answers', carriedSealed ?? '')).toContain('q28');
    expect(() => test.app.crypto.open('health', carriedSealed ?? '')).toThrow();
    await submit(donor, await askedAnswers(donor), true);
    expect((await row()).carriedSealed).toBeNull();
  });
});

it('is a full form for somebody who signs for the first time, and opens nothing', async () => {
  const donor = await aBookedDonor(test);
  const form = await read(donor);
  expect([form.carried, form.groups]).toEqual([null, []]);
  expect(await test.inTransaction(tx => tx.em.countBy(AnswerOpening, { personId: donor.personId }))).toBe(0);
});
