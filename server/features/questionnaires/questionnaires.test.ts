import { cancelAppointment, moveAppointment } from '@contract/appointments';
import { getQuestionnaire, openMyForm, saveQuestionnaireDraft, submitQuestionnaire } from '@contract/questionnaires';
import type { QuestionnaireAnswer } from '@rules/questionnaire';
import { activeDeferrals } from '@server/features/donors';
import {
  aBookedDonor,
  aSignature,
  aSignedInDonor,
  badAnswer,
  goodAnswers,
  submitForm,
  type BookedDonor,
} from '@server/testing/builders/appointments';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aSlot, daysAhead } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { findSubmission } from './find-questionnaires';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { Questionnaire } from './questionnaire.entity';
import { firstBrokenSubmission } from './submission-hash';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
});

const version = '2026-12';
const read = ({ appointmentId, token }: Pick<BookedDonor, 'appointmentId' | 'token'>) =>
  test.get(getQuestionnaire, { appointmentId }, { as: token });
const save = (
  donor: BookedDonor,
  answers: QuestionnaireAnswer[] = goodAnswers(donor.sex).slice(0, 3),
  of: string = version,
) =>
  test.call(saveQuestionnaireDraft, { appointmentId: donor.appointmentId, version: of, answers }, { as: donor.token });
const submit = (donor: BookedDonor, given: Partial<Parameters<typeof test.call<typeof submitQuestionnaire>>[1]> = {}) =>
  test.call(
    submitQuestionnaire,
    {
      appointmentId: donor.appointmentId,
      version,
      consentVersion: version,
      answers: goodAnswers(donor.sex),
      signature: aSignature,
      ...given,
    },
    { as: donor.token },
  );
const chainOf = (personId: string) =>
  test.inTransaction(tx => tx.em.find(QuestionnaireSubmission, { where: { personId }, order: { sequence: 'ASC' } }));
const deferralsOf = (personId: string) =>
  test.inTransaction(async tx =>
    (await activeDeferrals(tx, personId, tx.today)).map(({ ruleId, untilOn }) => [ruleId, untilOn]),
  );

describe('the form of an appointment', () => {
  it('asks men nothing about period or birth, and shows the consent text', async () => {
    const donor = await aBookedDonor(test, { donor: await aSignedInDonor(test, { sex: 'male' }) });
    const form = await read(donor);
    expect(form).toMatchObject({
      version,
      validOn: test.clock.today(),
      type: 'whole_blood',
      draft: [],
      submitted: null,
    });
    expect(form.questions.map(({ id }) => id)).not.toContain('q06a');
    expect(form.consentSections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['自愿、无偿', '不要用献血来查病', '我的声明']),
    );
  });

  it('asks women about period, pregnancy and birth as well', async () => {
    const donor = await aBookedDonor(test, { donor: await aSignedInDonor(test, { sex: 'female' }) });
    expect((await read(donor)).questions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['q06a', 'q06b', 'q06c', 'q06d']),
    );
  });

  it('does not tell what answers are hoped for', async () => {
    expect(JSON.stringify((await read(await aBookedDonor(test))).questions)).not.toContain('expected');
  });

  it.each(['read', 'saved', 'submitted'])('of another person cannot be %s', async what => {
    const owner = await aBookedDonor(test);
    const stranger = { ...owner, token: (await aSignedInDonor(test)).token };
    const answer =
      what === 'read'
        ? await test.call(getQuestionnaire, { appointmentId: owner.appointmentId }, { as: stranger.token })
        : what === 'saved'
          ? await save(stranger)
          : await submit(stranger);
    expect(answer).toMatchObject({ ok: false, status: 404, code: 'NOT_FOUND' });
  });
});

describe('a draft', () => {
  const draft = [
    { questionId: 'q01', value: 'yes' },
    { questionId: 'q02', value: 'yes' },
    { questionId: 'q02.more', value: '体检报告' },
  ];

  it('is resumed on another host', async () => {
    const donor = await aBookedDonor(test);
    await save(donor, draft);
    const elsewhere = { ...donor, token: (await asCitizen(test, donor)).token };
    expect((await read(elsewhere)).draft).toEqual(draft);
  });

  it('is kept sealed', async () => {
    const donor = await aBookedDonor(test);
    await save(donor, draft);
    const row = await test.inTransaction(tx =>
      tx.em.findOneByOrFail(Questionnaire, { appointmentId: donor.appointmentId }),
    );
    expect(row.draftSealed).not.toContain('q02');
    expect(row.draftSealed).not.toContain('体检');
  });

  it('replaces the one before it', async () => {
    const donor = await aBookedDonor(test);
    await save(donor);
    await save(donor, [{ questionId: 'q01', value: 'no' }]);
    expect((await read(donor)).draft).toEqual([{ questionId: 'q01', value: 'no' }]);
  });

  it('of an old wording is refused', async () => {
    expect(await save(await aBookedDonor(test), [], '2020-01')).toMatchObject({
      code: 'QUESTIONNAIRE_VERSION_OLD',
      details: { version },
    });
  });

  it('is forgotten when the booking is cancelled', async () => {
    const donor = await aBookedDonor(test);
    await save(donor);
    await test.get(cancelAppointment, { appointmentId: donor.appointmentId }, { as: donor.token });
    expect((await read(donor)).draft).toEqual([]);
    expect(await save(donor)).toMatchObject({ code: 'APPOINTMENT_ENDED' });
  });

  it('cannot reopen a submitted form', async () => {
    const donor = await aBookedDonor(test);
    await submitForm(test, donor);
    expect(await save(donor)).toMatchObject({ code: 'ALREADY_SUBMITTED' });
  });

  it.each([
    ['an unknown question', [{ questionId: 'q99', value: 'no' as const }], 'answers.0.questionId', 'unknown_question'],
    [
      'one question twice',
      [
        { questionId: 'q01', value: 'no' as const },
        { questionId: 'q01', value: 'yes' as const },
      ],
      'answers.1.questionId',
      'answered_twice',
    ],
    ['words instead of a date', [{ questionId: 'q08.when', value: '昨天' }], 'answers.0.value', 'not_a_date'],
    ['a date years ahead', [{ questionId: 'q08.when', value: '2062-03-04' }], 'answers.0.value', 'date_too_late'],
    ['neither yes nor no', [{ questionId: 'q08', value: 'maybe' }], 'answers.0.value', 'not_a_choice'],
    ['a choice that is not offered', [{ questionId: 'q11.what', value: 'leg' }], 'answers.0.value', 'not_a_choice'],
    [
      'an answer in the shape of the old form',
      [{ questionId: 'q08', value: 'yes', detail: '2026-03-04' }],
      'answers.0.detail',
      'not_in_this_version',
    ],
  ])('refuses %s', async (_what, answers, field, reason) => {
    expect(await save(await aBookedDonor(test), answers)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field, reason }] },
    });
  });

  it('refuses a question that only women are asked', async () => {
    const donor = await aBookedDonor(test, { donor: await aSignedInDonor(test, { sex: 'male' }) });
    expect(await save(donor, [{ questionId: 'q06b', value: 'no' }])).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('submitting', () => {
  it('is clear when nothing stands against it', async () => {
    const donor = await aBookedDonor(test);
    expect(await submitForm(test, donor)).toMatchObject({ outcome: 'clear', findings: [] });
    expect((await read(donor)).submitted).toMatchObject({ outcome: 'clear', at: test.clock.now() });
  });

  it('needs every answer', async () => {
    const donor = await aBookedDonor(test);
    const answers = goodAnswers(donor.sex).filter(({ questionId }) => questionId !== 'q04' && questionId !== 'q10');
    expect(await submit(donor, { answers })).toMatchObject({
      code: 'ANSWERS_MISSING',
      details: { questionIds: ['q04', 'q10'] },
    });
  });

  it.each([
    ['a dot', { strokes: [[[500, 200]]] as [number, number][][] }],
    [
      'a short line',
      {
        strokes: [
          [
            [500, 200],
            [600, 200],
          ],
        ] as [number, number][][],
      },
    ],
  ])('refuses %s as a signature', async (_what, signature) => {
    expect(await submit(await aBookedDonor(test), { signature })).toMatchObject({ code: 'SIGNATURE_TOO_SHORT' });
  });

  it.each([{ version: '2020-01' }, { consentVersion: '2020-01' }])('refuses the old wording %j', async given => {
    expect(await submit(await aBookedDonor(test), given)).toMatchObject({ code: 'QUESTIONNAIRE_VERSION_OLD' });
  });

  it('happens once for an appointment, also when sent twice at the same moment', async () => {
    const donor = await aBookedDonor(test);
    const answers = await Promise.all([submit(donor), submit(donor)]);
    expect(answers.map(answer => (answer.ok ? 'submitted' : answer.code)).sort()).toEqual([
      'ALREADY_SUBMITTED',
      'submitted',
    ]);
    expect(await chainOf(donor.personId)).toHaveLength(1);
  });

  it('is over with the day of the appointment', async () => {
    const donor = await aBookedDonor(test);
    test.clock.set('2026-03-05T16:00:00.000Z');
    expect(await submit({ ...donor, token: (await asCitizen(test, donor)).token })).toMatchObject({
      code: 'APPOINTMENT_ENDED',
    });
  });

  it('keeps a finding with advice clear', async () => {
    const answer = await submitForm(test, await aBookedDonor(test), [{ questionId: 'q03', value: 'yes' }]);
    expect(answer.outcome).toBe('clear');
    expect(answer.findings.map(({ outcome }) => outcome)).toEqual(['advice']);
  });
});

describe('what the answers mean', () => {
  it('writes a wait with an end into the record', async () => {
    const donor = await aBookedDonor(test);
    const { outcome, findings } = await submitForm(test, donor, [badAnswer.defer('2026-03-04')]);
    expect({ outcome, until: findings[0]?.until }).toEqual({ outcome: 'defer', until: '2026-03-18' });
    expect(await deferralsOf(donor.personId)).toEqual([['T-02', '2026-03-18']]);
  });

  it('waits until tomorrow when somebody does not feel well', async () => {
    const donor = await aBookedDonor(test);
    await submitForm(test, donor, [{ questionId: 'q01', value: 'no' }]);
    expect(await deferralsOf(donor.personId)).toEqual([['q01', daysAhead(test, 1)]]);
  });

  it('asks for the date that a wait runs from', async () => {
    const donor = await aBookedDonor(test);
    const answers = goodAnswers(donor.sex).map(answer =>
      answer.questionId === 'q08' ? { ...answer, value: 'yes' } : answer,
    );
    expect(await submit(donor, { answers })).toMatchObject({
      code: 'ANSWERS_MISSING',
      details: { questionIds: ['q08'] },
    });
  });

  it('forgets the date of something that was taken back', async () => {
    const donor = await aBookedDonor(test);
    await submit(donor, { answers: [...goodAnswers(donor.sex), { questionId: 'q08.when', value: '2026-03-04' }] });
    const opened = await test.get(openMyForm, { appointmentId: donor.appointmentId }, { as: donor.token });
    expect(opened.items.find(({ questionId }) => questionId === 'q08')?.answer).toBe('否');
  });

  it('leaves the wait to the physician who has to decide anyway', async () => {
    const donor = await aBookedDonor(test);
    const { outcome } = await submitForm(test, donor, [badAnswer.doctor, badAnswer.defer('2026-03-04')]);
    expect(outcome).toBe('doctor');
    expect(await deferralsOf(donor.personId)).toEqual([]);
  });

  it('does not keep a platelet donor who took aspirin from giving whole blood', async () => {
    const slot = await aSlot(test, await aSite(test, await aStation(test)), { type: 'platelets' });
    const donor = await aBookedDonor(test, { slot });
    const { outcome } = await submitForm(test, donor, [{ questionId: 'q09', value: 'yes', detail: '2026-03-05' }]);
    expect(outcome).toBe('defer');
    expect(await deferralsOf(donor.personId)).toEqual([]);
  });

  it('counts on its day only', async () => {
    const donor = await aBookedDonor(test);
    await submitForm(test, donor);
    const on = (date: string) => test.inTransaction(tx => findSubmission(tx, donor.appointmentId, date));
    expect((await on(test.clock.today()))?.outcome).toBe('clear');
    expect(await on(daysAhead(test, 1))).toBeUndefined();
  });

  it('counts no longer when the booking moved to another day', async () => {
    const donor = await aBookedDonor(test);
    await submitForm(test, donor);
    const tomorrow = await aSlot(test, { id: donor.slot.siteId }, { onDate: daysAhead(test, 1) });
    await test.get(moveAppointment, { appointmentId: donor.appointmentId, slotId: tomorrow.id }, { as: donor.token });
    const found = await test.inTransaction(tx => findSubmission(tx, donor.appointmentId, daysAhead(test, 1)));
    expect(found).toBeUndefined();
    await submitForm(test, donor);
    expect(await chainOf(donor.personId)).toHaveLength(2);
  });
});

describe('the chain of submissions', () => {
  const twoSubmissions = async () => {
    const donor = await aBookedDonor(test);
    await submitForm(test, donor, [badAnswer.stop]);
    const again = await aBookedDonor(test, { donor });
    await submitForm(test, again);
    return donor.personId;
  };

  it('links each submission to the one before it', async () => {
    const chain = await chainOf(await twoSubmissions());
    expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(chain[1]?.previousHash).toBe(chain[0]?.hash);
    expect(firstBrokenSubmission(chain)).toBeUndefined();
  });

  it.each([
    ['outcome', { outcome: 'clear' as const }],
    ['day', { validOn: '2026-03-06' }],
    ['consent version', { consentVersion: '2026-11' }],
    ['wording', { questionnaireHash: null }],
    ['time', { submittedAt: '2026-03-05T01:00:01.000Z' }],
  ])('shows a changed %s', async (_what, change) => {
    const [first, second] = await chainOf(await twoSubmissions());
    if (!first || !second) throw new Error('two submissions');
    expect(firstBrokenSubmission([{ ...first, ...change }, second])?.id).toBe(first.id);
  });

  it('shows a removed submission', async () => {
    const [, second] = await chainOf(await twoSubmissions());
    expect(second && firstBrokenSubmission([second])?.id).toBe(second?.id);
  });

  it('keeps answers, findings and signature sealed', async () => {
    const [row] = await chainOf(await twoSubmissions());
    for (const text of [row?.answersSealed, row?.findingsSealed, row?.signatureSealed])
      expect(text).not.toMatch(/q04|stop|\[\[/);
  });
});
