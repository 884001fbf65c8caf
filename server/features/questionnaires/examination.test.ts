import { examineForm, listOpenings, openMyForm, signExamination } from '@contract/questionnaires';
import { aBookedDonor, aSignature, submitForm, type BookedDonor } from '@server/testing/builders/appointments';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asStaff } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { newId } from '@server/platform/ids';
import { sha256 } from '@server/platform/crypto/key-ring';
import { AnswerOpening } from './answer-opening.entity';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { Questionnaire } from './questionnaire.entity';
import { findSubmission } from './find-questionnaires';
import { examinationOf } from './sign-examination';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(testStart));

interface Desk {
  readonly donor: BookedDonor;
  readonly nurse: string;
}
const risk = [{ questionId: 'q27', value: 'yes' }];

async function aDesk(answers: Parameters<typeof submitForm>[2] | null = []): Promise<Desk> {
  const station = await aStation(test, { name: '测试血站' });
  const site = await aSite(test, station, { name: '测试献血屋' });
  const donor = await aBookedDonor(test, { site });
  if (answers) await submitForm(test, donor, answers);
  const { token } = await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id });
  return { donor, nurse: token };
}
const signUnread = ({ donor, nurse }: Desk, signature = aSignature) =>
  test.call(signExamination, { appointmentId: donor.appointmentId, signature }, { as: nurse });
/** Reads the form first, as an examiner must. */
const sign = async (desk: Desk, signature = aSignature) => {
  await examine(desk);
  return signUnread(desk, signature);
};
const examine = ({ donor, nurse }: Desk) =>
  test.call(examineForm, { appointmentId: donor.appointmentId }, { as: nurse });
const openings = async ({ donor }: Desk) => (await test.get(listOpenings, {}, { as: donor.token })).items;

describe('the examiner', () => {
  it('signs the form that the donor has signed, once', async () => {
    const desk = await aDesk();
    const { appointmentId } = desk.donor;
    expect(await test.inTransaction(tx => examinationOf(tx, appointmentId))).toBeUndefined();
    expect(await sign(desk)).toMatchObject({ ok: true, value: { signedAt: test.clock.now() } });
    expect(await sign(desk)).toMatchObject({ code: 'ALREADY_SIGNED' });
    expect(await test.inTransaction(tx => examinationOf(tx, appointmentId))).toMatchObject({
      signedAt: test.clock.now(),
    });
  });

  it('signs once when two desks sign at the same moment', async () => {
    const desk = await aDesk();
    const answers = await Promise.all([sign(desk), sign(desk)]);
    expect(answers.map(answer => (answer.ok ? 'signed' : answer.code)).sort()).toEqual(['ALREADY_SIGNED', 'signed']);
  });

  it('signs only what they have read themselves, in the form that counts now', async () => {
    const desk = await aDesk();
    const notOpened = { status: 409, code: 'FORM_NOT_OPENED' };
    expect(await signUnread(desk)).toMatchObject(notOpened);
    // The donor reads it, and so does a colleague: neither is this examiner.
    await test.get(openMyForm, { appointmentId: desk.donor.appointmentId }, { as: desk.donor.token });
    const colleague = await asStaff(test, 'nurse', { siteId: desk.donor.slot.siteId });
    await examine({ ...desk, nurse: colleague.token });
    expect(await signUnread(desk)).toMatchObject(notOpened);
    await examine(desk);
    // Signed anew after it was read: what was read is not what would be signed.
    await test.inTransaction(async tx => {
      const form = await tx.em.findOneByOrFail(Questionnaire, { appointmentId: desk.donor.appointmentId });
      const old = await tx.em.findOneByOrFail(QuestionnaireSubmission, { id: form.submissionId ?? '' });
      const submissionId = newId();
      await tx.em.insert(QuestionnaireSubmission, {
        ...{ ...old, id: submissionId, sequence: old.sequence + 1 },
        hash: sha256(submissionId),
      });
      await tx.em.update(Questionnaire, { appointmentId: form.appointmentId }, { submissionId });
    });
    expect(await signUnread(desk)).toMatchObject(notOpened);
    expect(await sign(desk)).toMatchObject({ ok: true });
  });

  it('signs with a name, not with a dot', async () => {
    expect(await sign(await aDesk(), { strokes: [[[500, 200]]] })).toMatchObject({ code: 'SIGNATURE_TOO_SHORT' });
  });

  it('needs the signature of the donor first', async () => {
    expect(await sign(await aDesk(null))).toMatchObject({ code: 'QUESTIONNAIRE_MISSING' });
    expect(await examine(await aDesk(null))).toMatchObject({ code: 'QUESTIONNAIRE_MISSING' });
  });

  it.each([
    ['of another site', async () => ({ ...(await aDesk()), nurse: (await aDesk()).nurse })],
    [
      'of another day',
      async () => {
        const desk = await aDesk();
        test.clock.advance(24 * 3600);
        const { donor } = desk;
        const siteId = donor.slot.siteId;
        return { donor, nurse: (await asStaff(test, 'nurse', { siteId })).token };
      },
    ],
  ])('does not find a form %s', async (_what, make) => {
    const desk = await make();
    for (const answer of [await sign(desk), await examine(desk)])
      expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('reads every answer, private ones too, and the donor sees who, where and why', async () => {
    const desk = await aDesk(risk);
    const seen = await examine(desk);
    if (!seen.ok) throw new Error(seen.code);
    expect(seen.value.items.find(({ questionId }) => questionId === 'q27')?.answer).toBe('是');
    expect(seen.value.findings).toMatchObject([{ questionId: 'q27', ruleId: 'T-35', outcome: 'doctor' }]);
    expect(await openings(desk)).toMatchObject([{ purpose: 'examiner', by: 'staff', place: '测试献血屋' }]);
  });

  it('leaves a line each time', async () => {
    const desk = await aDesk();
    await examine(desk);
    await examine(desk);
    expect(await openings(desk)).toHaveLength(2);
  });
});

describe('answers', () => {
  it('are not in what a desk lists: a private finding is only one to ask about', async () => {
    const desk = await aDesk(risk);
    const listed = await test.inTransaction(tx => findSubmission(tx, desk.donor.appointmentId, tx.today));
    expect(listed).toMatchObject({ outcome: 'doctor', findings: [{ questionId: 'private', ruleId: null }] });
    expect(JSON.stringify(listed)).not.toMatch(/q27|T-35|性/);
    expect(await openings(desk)).toEqual([]);
  });

  it('stand in the list when the donor reads them', async () => {
    const desk = await aDesk();
    await test.get(openMyForm, { appointmentId: desk.donor.appointmentId }, { as: desk.donor.token });
    expect(await openings(desk)).toMatchObject([{ purpose: 'donor-reads-own', by: 'me', place: null }]);
  });

  it('of another person are not found, and not listed', async () => {
    const [mine, other] = [await aDesk(), await aDesk()];
    await examine(other);
    const asked = { appointmentId: other.donor.appointmentId };
    expect(await test.call(openMyForm, asked, { as: mine.donor.token })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await openings(mine)).toEqual([]);
  });

  it('cannot be opened by whoever holds only the key of health data', async () => {
    const desk = await aDesk();
    const [row] = (await test.inTransaction(tx =>
      tx.em.query('SELECT answers_sealed FROM questionnaire_submission ORDER BY submitted_at DESC'),
    )) as { answers_sealed: string }[];
    expect(() => test.app.crypto.open('health', row?.answers_sealed ?? '')).toThrow();
    expect(await test.inTransaction(tx => tx.em.countBy(AnswerOpening, { personId: desk.donor.personId }))).toBe(0);
  });

  it('are listed page by page, newest first', async () => {
    const desk = await aDesk();
    for (let count = 0; count < 3; count++) {
      test.clock.advance(1);
      await examine(desk);
    }
    const first = await test.get(listOpenings, { limit: '2' }, { as: desk.donor.token });
    const rest = await test.get(listOpenings, { cursor: first.nextCursor ?? '' }, { as: desk.donor.token });
    const times = [...first.items, ...rest.items].map(({ at }) => at);
    expect([times.length, [...times].sort().reverse()]).toEqual([3, times]);
  });
});
