import { countUnreadMessages, listMessages, markMessageRead } from '@contract/notifications';
import { messageKinds, notify } from '@server/platform/notify';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { aPerson } from '@server/testing/builders/people';
import { asCitizen, asVisitor } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { MessageDelivery } from './message-delivery.entity';
import { sentenceOf } from './sentences';

interface Sent {
  channel: string;
  to: string;
  text: string;
}
let test: TestApp;
let sent: Sent[];
let receipt: 'delivered' | 'lost' | 'waiting';
let wechat: 'sent' | 'not_subscribed' | 'unavailable';

const port = (kind: typeof wechat) =>
  kind === 'unavailable' ? { kind: 'refused' as const, reason: 'unavailable' as const } : { kind };

beforeEach(async () => {
  sent = [];
  receipt = 'waiting';
  wechat = 'sent';
  test = await startTestApp({
    adapters: {
      sms: {
        async send({ phone, template, params }) {
          sent.push({ channel: 'sms', to: phone, text: `${template} ${JSON.stringify(params)}` });
          return { kind: 'accepted', providerId: 'provider-1' };
        },
        receipt: async () => receipt,
      },
      wechat: {
        signIn: () => Promise.reject(new Error('not here')),
        getPhone: () => Promise.reject(new Error('not here')),
        makeCode: () => Promise.reject(new Error('not here')),
        async sendMessage({ openId, data }) {
          if (wechat === 'sent') sent.push({ channel: 'wechat', to: openId, text: data.thing1 ?? '' });
          return port(wechat);
        },
      },
    },
  });
});
afterEach(() => test.close());

async function aReader() {
  const person = await aPerson(test, { phone: '19900001234' });
  return { personId: person.personId, as: (await asCitizen(test, person)).token };
}

const tell = (personId: string) =>
  test.inTransaction(tx =>
    notify(tx, personId, 'appointment.booked', { site: '测试献血屋', time: '3月6日 09:00' }, 'pages/booking/index'),
  );
const deliveries = async () =>
  (await test.app.db.read(em => em.find(MessageDelivery))).map(({ channel, state }) => `${channel} ${state}`).sort();

describe('a message', () => {
  it('is in the inbox at once and goes out over every channel that reaches the person', async () => {
    const { personId, as } = await aReader();
    await tell(personId);
    expect((await test.get(listMessages, {}, { as })).items).toMatchObject([
      {
        title: '预约成功',
        body: expect.stringContaining('测试献血屋') as string,
        page: 'pages/booking/index',
        read: false,
      },
    ]);
    await test.drain();
    expect(sent.map(({ channel }) => channel).sort()).toEqual(['sms', 'wechat']);
    expect(await deliveries()).toEqual(['sms accepted', 'wechat accepted']);
  });

  it('is not sent when what it tells of was rolled back', async () => {
    const { personId, as } = await aReader();
    await expect(
      test.inTransaction(async tx => {
        await notify(tx, personId, 'identity.bound', {});
        throw new Error('rolled back');
      }),
    ).rejects.toThrow();
    await test.drain();
    expect([sent, (await test.get(listMessages, {}, { as })).items]).toEqual([[], []]);
  });

  it('stays in the inbox when the person has not subscribed in the host, without another try', async () => {
    wechat = 'not_subscribed';
    const { personId } = await aReader();
    await tell(personId);
    await test.drain();
    expect(await deliveries()).toEqual(['sms accepted', 'wechat declined']);
  });

  it('is tried again when the host does not answer, without a second SMS', async () => {
    wechat = 'unavailable';
    const { personId } = await aReader();
    await tell(personId);
    await test.drain();
    expect(await deliveries()).toEqual(['sms accepted', 'wechat waiting']);
    wechat = 'sent';
    test.clock.advance(10);
    await test.drain();
    expect(sent.map(({ channel }) => channel).sort()).toEqual(['sms', 'wechat']);
  });

  it.each(['delivered', 'lost'] as const)(
    'that went by SMS is %s when the provider says so, and asked for until then',
    async last => {
      const { personId } = await aReader();
      await tell(personId);
      await test.drain();
      test.clock.advance(180);
      await test.drain();
      expect(await deliveries()).toContain('sms accepted');
      receipt = last;
      test.clock.advance(1200);
      await test.drain();
      expect(await deliveries()).toContain(`sms ${last}`);
    },
  );

  it('leaves no phone, name or sentence in the outbox', async () => {
    const { personId } = await aReader();
    await tell(personId);
    const rows = await test.app.db.read(em => em.find(OutboxMessage));
    expect(JSON.stringify(rows)).not.toMatch(/19900001234|测试/);
  });
});

describe('the inbox', () => {
  it('is paged, newest first, without a gap or a double', async () => {
    const { personId, as } = await aReader();
    for (let count = 0; count < 5; count++) await tell(personId);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await test.get(
        listMessages,
        { limit: '2', cursor },
        { as },
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('counts what is unread; only the reader can mark it', async () => {
    const { personId, as } = await aReader();
    const other = (await asCitizen(test)).token;
    await tell(personId);
    const [message] = (await test.get(listMessages, {}, { as })).items;
    const messageId = message?.id ?? '';
    expect(await test.call(markMessageRead, { messageId }, { as: other })).toMatchObject({ code: 'NOT_FOUND' });
    await test.get(markMessageRead, { messageId }, { as });
    expect(await test.get(countUnreadMessages, {}, { as })).toEqual({ unread: 0 });
  });

  it('refuses a cursor it did not write', async () => {
    const { as } = await aReader();
    expect(await test.call(listMessages, { cursor: 'nonsense' }, { as })).toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('is empty for somebody whose identity is not proved', async () => {
    expect(await test.get(listMessages, {}, { as: (await asVisitor(test)).token })).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});

describe('every kind of message', () => {
  it.each(Object.entries(messageKinds))('%s uses all of its values', (kind, { values }) => {
    const marks = Object.fromEntries(values.map(value => [value, `«${value}»`]));
    const { title, body } = sentenceOf(kind, marks);
    expect(title).not.toBe('通知');
    for (const value of values) expect(`${title}${body}`).toContain(`«${value}»`);
  });
});
