import { decideConsent } from '@contract/consent';
import { listMessages, listMessageTopics, switchMessageTopic, type messageTopic } from '@contract/notifications';
import type * as z from 'zod/mini';
import { notify } from '@server/platform/notify';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { aDonation } from '@server/testing/builders/donations';
import { aDonor, aPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { afterQuietHours } from '@rules/quiet-hours';
import { mostInThirtyDays } from './wanted';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const again = async (personId: string) => ({ as: (await asCitizen(test, { personId })).token });
const kindsOf = async (personId: string) =>
  (await test.get(listMessages, {}, await again(personId))).items.map(({ kind }) => kind);
const thank = (personId: string) => test.inTransaction(tx => notify(tx, personId, 'blood.used', {}));
const turn = async (personId: string, topic: z.output<typeof messageTopic>, on: boolean) =>
  test.call(switchMessageTopic, { topic, on }, await again(personId));
const consent = async (personId: string) => {
  const decision = { purpose: 'recruitment_messages', version: '2026-11', granted: true } as const;
  await test.get(decideConsent, decision, await again(personId));
};

describe('quiet hours', () => {
  it.each([
    ['in the day', '2026-03-05T02:00:00.000Z', '2026-03-05T02:00:00.000Z'],
    ['until nine in the evening', '2026-03-05T12:59:00.000Z', '2026-03-05T12:59:00.000Z'],
    ['from nine in the evening', '2026-03-05T13:00:00.000Z', '2026-03-06T00:00:00.000Z'],
    ['after midnight', '2026-03-05T17:00:00.000Z', '2026-03-06T00:00:00.000Z'],
    ['until eight', '2026-03-05T23:59:00.000Z', '2026-03-06T00:00:00.000Z'],
  ])('%s', (_, now, sendAt) => {
    expect(afterQuietHours(now)).toBe(sendAt);
  });

  it('put off what can wait and nothing else; the inbox has both at once', async () => {
    const { personId } = await aPerson(test, { phone: '19900001234' });
    test.clock.set('2026-03-05T15:00:00.000Z');
    await test.inTransaction(async tx => {
      await notify(tx, personId, 'result.ready', {});
      await notify(tx, personId, 'identity.bound', {});
      await notify(tx, personId, 'appointment.moved', { site: '测试献血屋', time: '3月6日' });
    });
    expect(await kindsOf(personId)).toHaveLength(3);
    const jobs = await test.inTransaction(tx => tx.em.findBy(OutboxMessage, { topic: 'message.deliver' }));
    expect(jobs.map(({ dueAt }) => dueAt).sort()).toEqual(['2026-03-05T15:00:00.000Z', '2026-03-06T00:00:00.000Z']);
  });
});

describe('a call to a desk', () => {
  const called = (personId: string, number: string, desk: string) =>
    test.inTransaction(tx => notify(tx, personId, 'visit.called', { number, desk }));

  it('takes the place of the one before on the same day, and stands beside those of other days', async () => {
    const { personId } = await aPerson(test);
    await called(personId, 'A001', '登记台');
    test.clock.set('2026-03-20T02:00:00.000Z');
    await thank(personId);
    for (const desk of ['登记台', '征询室', '1 号采血椅']) await called(personId, 'A007', desk);
    const { items } = await test.get(listMessages, {}, await again(personId));
    expect(items.map(({ kind, body }) => (kind === 'visit.called' ? body : kind)).sort()).toEqual([
      'A001 号，请到 登记台。',
      'A007 号，请到 1 号采血椅。',
      'blood.used',
    ]);
  });
});

describe('topics of messages', () => {
  it('say why, on what ground and when last, and whether they can be stopped', async () => {
    const { personId } = await aPerson(test);
    await thank(personId);
    const { items, quiet } = await test.get(listMessageTopics, {}, await again(personId));
    expect(items.find(({ topic }) => topic === 'used')).toMatchObject({
      canStop: true,
      on: true,
      lastAt: test.clock.now(),
    });
    expect(items.find(({ topic }) => topic === 'results')).toMatchObject({ canStop: false, on: true, lastAt: null });
    // Invitations need a consent of their own, which nobody has given.
    expect(items.find(({ topic }) => topic === 'again')).toMatchObject({ on: false });
    expect(items.every(({ why, ground }) => why.length > 5 && ground.length > 3)).toBe(true);
    expect(quiet).toEqual({ from: '21:00', to: '08:00' });
  });

  it('are stopped one by one, and taken up again', async () => {
    const { personId } = await aPerson(test);
    await turn(personId, 'used', false);
    await turn(personId, 'used', false);
    await thank(personId);
    await test.inTransaction(tx => notify(tx, personId, 'care.how-are-you', {}));
    expect(await kindsOf(personId)).toEqual(['care.how-are-you']);
    await turn(personId, 'used', true);
    await thank(personId);
    expect(await kindsOf(personId)).toContain('blood.used');
  });

  it('that belong to something the person does cannot be stopped', async () => {
    const { personId } = await aPerson(test);
    for (const topic of ['booking', 'results', 'waiver', 'account'] as const)
      expect(await turn(personId, topic, false)).toMatchObject({ code: 'CANNOT_STOP' });
  });

  it('together stay within the budget of thirty days', async () => {
    const { personId } = await aPerson(test);
    for (let count = 0; count < mostInThirtyDays + 3; count++) await thank(personId);
    await test.inTransaction(tx => notify(tx, personId, 'survey.invited', { site: '测试献血屋' }));
    await test.inTransaction(tx => notify(tx, personId, 'care.how-are-you', {}));
    expect((await kindsOf(personId)).filter(kind => kind !== 'care.how-are-you')).toHaveLength(mostInThirtyDays);
    expect(await kindsOf(personId)).toContain('care.how-are-you');
    test.clock.advance(31 * 24 * 3600);
    await thank(personId);
    expect((await kindsOf(personId)).filter(kind => kind === 'blood.used')).toHaveLength(mostInThirtyDays + 1);
  });
});

describe('“you can donate again”', () => {
  const drainAt = async (at: string) => {
    test.clock.set(at);
    await test.drain();
  };

  it('is said on the day on which it becomes true, to those who agreed', async () => {
    const [agreed, silent] = [await aDonor(test), await aDonor(test)];
    await consent(agreed.personId);
    for (const { personId } of [agreed, silent]) await aDonation(test, personId, { on: '2026-03-05', time: '08:00' });
    await test.drain();
    await drainAt('2026-09-05T01:00:00.000Z');
    expect(await kindsOf(agreed.personId)).not.toContain('again.possible');
    await drainAt('2026-09-06T02:00:00.000Z');
    expect((await kindsOf(agreed.personId)).filter(kind => kind === 'again.possible')).toHaveLength(1);
    expect(await kindsOf(silent.personId)).not.toContain('again.possible');
  });

  it('needs the consent before it can be switched on', async () => {
    const { personId } = await aPerson(test);
    expect(await turn(personId, 'again', true)).toMatchObject({ code: 'CONSENT_NEEDED' });
    await consent(personId);
    expect(await turn(personId, 'again', true)).toMatchObject({ ok: true });
  });
});
