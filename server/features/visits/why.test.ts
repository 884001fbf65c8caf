import {
  callVisit,
  deferVisit,
  getMyVisit,
  getWaitingRoom,
  moveVisit,
  recordReaction,
  recordVitals,
  startDraw,
} from '@contract/visits';
import type { InputDraft } from '@contract/endpoint';
import {
  aCalledDonor,
  aDonationNumber,
  aWaitingDonor,
  aWalkIn,
  aWard,
  goodVitals,
  type Ward,
} from '@server/testing/builders/visits';
import { aSlot } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let ward: Ward;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  ward = await aWard(test);
});

interface Donor {
  readonly token: string;
  readonly visit: Pick<Awaited<ReturnType<typeof aWalkIn>>['visit'], 'id' | 'number'>;
}
type Move = InputDraft<typeof moveVisit>;
const as = () => ({ as: ward.nurse });
const move = ({ visit }: Donor, what: Move['move'], given: Partial<Move> = {}) =>
  test.get(moveVisit, { visitId: visit.id, move: what, ...given }, as());
const call = ({ visit }: Donor, desk = '登记台') => test.get(callVisit, { desk, visitId: visit.id }, as());

/** Three walk-ins a minute apart, so with turns a minute apart, and one who has booked for 09:35 and stands behind them. */
async function aQueue() {
  const slot = await aSlot(test, ward.site, {
    startsAt: '2026-03-05T01:35:00.000Z',
    endsAt: '2026-03-05T02:05:00.000Z',
  });
  const booked = await aWaitingDonor(test, ward, { slot });
  const donors: Donor[] = [];
  for (let n = 0; n < 3; n++) {
    test.clock.advance(60);
    donors.push(await aWalkIn(test, ward));
  }
  const [one, two, three] = donors;
  if (!one || !two || !three) throw new Error('three came');
  return { booked, one, two, three, all: [booked, ...donors] };
}

/**
 * What every phone says, held against the screen on the wall: as many in front as stand there before the own number, each named,
 * and the reason fits the place. Answers the numbers in the order of the screen.
 */
async function whatPhonesSay(donors: readonly Donor[]): Promise<string[]> {
  const room = await test.get(getWaitingRoom, { siteId: ward.site.id });
  for (const { token, visit } of donors) {
    const seen = (await test.get(getMyVisit, {}, { as: token })).visit;
    const line = room.stages.find(({ stage }) => stage === seen?.stage)?.waiting ?? [];
    const at = line.indexOf(visit.number);
    if (seen?.state === 'waiting') expect([seen.ahead, seen.inFront.length]).toEqual([at, at]);
    else expect([at, seen?.ahead ?? null, seen?.inFront.length ?? 0]).toEqual([-1, null, 0]);
  }
  return room.stages.find(({ stage }) => stage === 'register')?.waiting ?? [];
}
const whyOf = async ({ token }: Donor) => (await test.get(getMyVisit, {}, { as: token })).visit?.why ?? '';

describe('“why am I third” is right for everybody in the queue', () => {
  it('before anything and after a skip, which is said to the one and seen by the others', async () => {
    const { one, two, three, booked, all } = await aQueue();
    const [a, b, c, d] = [one, two, three, booked].map(({ visit }) => visit.number);
    expect(await whatPhonesSay(all)).toEqual([a, b, c, d]);
    await call(one);
    expect(await whatPhonesSay(all)).toEqual([b, c, d]);
    // Its turn was 09:31; called in vain, it stands at 09:41, behind the booking of 09:35.
    await move(one, 'skip');
    expect(await whatPhonesSay(all)).toEqual([b, c, d, a]);
    expect(await whyOf(one)).toBe('刚才叫到您时您不在，现在按 09:41 排队。');
    expect((await test.get(callVisit, { desk: '登记台' }, as())).number).toBe(b);
  });

  it('after a hold, while it lasts and when the donor is back', async () => {
    const { one, two, three, booked, all } = await aQueue();
    const [a, b, c, d] = [one, two, three, booked].map(({ visit }) => visit.number);
    await move(two, 'hold');
    expect(await whatPhonesSay(all)).toEqual([a, c, d]);
    expect(await whyOf(two)).toContain('位置还为您留着');
    await move(two, 'resume');
    expect(await whatPhonesSay(all)).toEqual([a, b, c, d]);
  });

  it('after a transfer to another stage and after it was taken back', async () => {
    const { one, two, three, booked, all } = await aQueue();
    const [a, b, c, d] = [one, two, three, booked].map(({ visit }) => visit.number);
    await move(one, 'transfer', { stage: 'test' });
    expect(await whatPhonesSay(all)).toEqual([b, c, d]);
    await move(one, 'undo');
    expect(await whatPhonesSay(all)).toEqual([a, b, c, d]);
    await call(one);
    await move(one, 'transfer', { desk: '2 号登记台' });
    expect(await whatPhonesSay(all)).toEqual([b, c, d]);
    await move(one, 'undo');
    expect((await test.get(getMyVisit, {}, { as: one.token })).visit).toMatchObject({
      state: 'called',
      desk: '登记台',
    });
    expect(await whatPhonesSay(all)).toEqual([b, c, d]);
  });

  it('after an undo of a skip: the old place and the old reason', async () => {
    const { one, two, three, booked, all } = await aQueue();
    const [b, c, d] = [two, three, booked].map(({ visit }) => visit.number);
    await call(one);
    await move(one, 'skip');
    await move(one, 'undo');
    expect(await whatPhonesSay(all)).toEqual([b, c, d]);
    expect(await whyOf(one)).toBe('请到窗口，工作人员正在等您。');
  });

  it('after the doctor has set a limit aside, and after a reaction: neither moves anybody', async () => {
    const giver = await aCalledDonor(test, ward);
    await test.get(startDraw, { visitId: giver.visit.id, donationNumber: aDonationNumber() }, as());
    const { one, two, three, booked, all } = await aQueue();
    const [b, c, d] = [two, three, booked].map(({ visit }) => visit.number);
    await call(one);
    const override = { ruleIds: ['BP-SYS'], reason: '安静后复测正常' };
    const high = { visitId: one.visit.id, ...goodVitals, systolic: 142 };
    await test.get(recordVitals, { ...high, override }, as());
    expect(await whatPhonesSay(all)).toEqual([b, c, d]);
    const reaction = { visitId: giver.visit.id, kind: 'vasovagal', severity: 'mild', action: '平卧休息' } as const;
    await test.get(recordReaction, reaction, as());
    expect(await whatPhonesSay(all)).toEqual([b, c, d]);
  });

  it('after somebody left and somebody was deferred: those behind move up and nobody else', async () => {
    const { one, two, three, booked, all } = await aQueue();
    const [c, d] = [three, booked].map(({ visit }) => visit.number);
    await move(one, 'leave');
    await test.get(deferVisit, { visitId: two.visit.id, ruleId: 'T-01' }, as());
    expect(await whatPhonesSay(all)).toEqual([c, d]);
    expect(await whyOf(two)).toContain('下次可献血的日期');
  });

  it('at the next stage, where everybody has the own turn again', async () => {
    const { one, booked, all } = await aQueue();
    for (const donor of [booked, one]) {
      await call(donor);
      await move(donor, 'finish');
    }
    const room = await test.get(getWaitingRoom, { siteId: ward.site.id });
    const line = room.stages.find(({ stage }) => stage === 'interview')?.waiting;
    expect(line).toEqual([one.visit.number, booked.visit.number]);
    await whatPhonesSay(all);
  });
});
