import { findPrivilegeCard, printPrivilegeCard } from '@contract/privilege-cards';
import { issuePrivilegeCard, mintPrivilegeCode, revokePrivilegeCard, suspendPrivilege } from '@contract/privileges';
import { verifyAtGate } from '@contract/gates';
import { drawPicture } from '@server/platform/drawing/draw-picture';
import { aGate, asEntitledDonor } from '@server/testing/builders/privileges';
import { aDonor } from '@server/testing/builders/people';
import { asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { cardSheet } from './card-sheet';

describe('a card for somebody without a phone', () => {
  let test: TestApp;
  let nurse: string;
  let operator: string;
  beforeAll(async () => {
    test = await startTestApp();
    nurse = (await asStaff(test, 'nurse')).token;
    operator = (await asStaff(test, 'operator')).token;
  });
  afterAll(() => test.close());

  const find = (certificateNumber: string) => test.get(findPrivilegeCard, { certificateNumber }, { as: nurse });

  it('is found by the number of the certificate, with the name masked', async () => {
    const { certificateNumber } = await asEntitledDonor(test);
    expect(await find(certificateNumber)).toMatchObject({ maskedName: '*试甲', entitled: true, card: null });
    const { expiresAt } = await test.get(issuePrivilegeCard, { certificateNumber }, { as: nurse });
    expect(await find(certificateNumber)).toMatchObject({ card: { issuedAt: test.clock.now(), expiresAt } });
    expect(await find((await aDonor(test)).certificateNumber)).toMatchObject({ entitled: false, awardCountTenths: 0 });
    expect(await test.call(findPrivilegeCard, { certificateNumber: 'NOBODY-0001' }, { as: operator })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is printed as a PDF by nurse and operator, as long as it works', async () => {
    const { certificateNumber } = await asEntitledDonor(test);
    const { text: code } = await test.get(issuePrivilegeCard, { certificateNumber }, { as: operator });
    const printed = await test.get(printPrivilegeCard, { code }, { as: nurse });
    const pdf = Buffer.from(printed.pdf, 'base64');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // The font travels along: the counter's computer need not have a Chinese one.
    expect(pdf.includes('/FontFile2') && pdf.includes('NotoSansSC')).toBe(true);
    await test.get(revokePrivilegeCard, { certificateNumber, reason: '本人来说卡丢了' }, { as: nurse });
    expect(await find(certificateNumber)).toMatchObject({ card: null });
    expect(await test.call(printPrivilegeCard, { code }, { as: nurse })).toMatchObject({ code: 'NOT_A_CARD' });
  });

  it('is not printed from the code of a phone', async () => {
    const { token } = await asEntitledDonor(test);
    const { text: code } = await test.get(mintPrivilegeCode, { scope: 'park' }, { as: token });
    expect(await test.call(printPrivilegeCard, { code }, { as: nurse })).toMatchObject({ code: 'NOT_A_CARD' });
  });

  it('opens at a desk with staff, who look, and nowhere else; a new one ends the old one', async () => {
    const [desk, turnstile] = [await aGate(test), await aGate(test, { staffed: false })];
    const { certificateNumber } = await asEntitledDonor(test);
    const issue = async () => (await test.get(issuePrivilegeCard, { certificateNumber }, { as: nurse })).text;
    const show = async (gate: typeof desk, code: string, requestId: string) => {
      const answer = await gate.machine.call(verifyAtGate, { code, requestId });
      return answer.ok && `${answer.value.result} ${answer.value.reason}`;
    };
    const first = await issue();
    expect(await show(turnstile, first, 'at-turnstile')).toBe('red scope');
    expect(await show(desk, first, 'at-the-desk')).toBe('amber card');
    const second = await issue();
    test.clock.advance(120);
    expect(await show(desk, first, 'with-the-old')).toBe('red revoked');
    expect(await show(desk, second, 'with-the-new')).toBe('amber card');
  });

  it.each(['transit', 'park', 'hospital'] as const)('opens with staff and not without at a %s gate', async kind => {
    const { certificateNumber } = await asEntitledDonor(test);
    const { text: code } = await test.get(issuePrivilegeCard, { certificateNumber }, { as: nurse });
    const answers: string[] = [];
    for (const staffed of [true, false]) {
      const gate = await aGate(test, { kind, scopes: [kind], staffed });
      const answer = await gate.machine.call(verifyAtGate, { code, requestId: `at-a-${kind}-gate` });
      answers.push(answer.ok ? `${answer.value.result} ${answer.value.reason}` : answer.code);
    }
    expect(answers).toEqual(['amber card', 'red scope']);
  });

  it('is not given out while the privilege is suspended', async () => {
    const { certificateNumber } = await asEntitledDonor(test);
    const suspend = { certificateNumber, suspended: true, reason: '测试暂停' };
    await test.get(suspendPrivilege, suspend, { as: operator });
    expect(await find(certificateNumber)).toMatchObject({ suspended: true });
    expect(await test.call(issuePrivilegeCard, { certificateNumber }, { as: nurse })).toMatchObject({
      code: 'PRIVILEGE_SUSPENDED',
    });
  });

  it('can be drawn, and tells no more than masked name and last day', async () => {
    const sheet = cardSheet({ code: 'BD3:0123456789ABCDEF', maskedName: '*试甲', validUntil: '2031-03-05' });
    const words = sheet.items.flatMap(item => (item.kind === 'words' ? item.text : []));
    expect(words).toEqual(expect.arrayContaining(['*试甲', '2031-03-05', '自助闸机不认这张卡。']));
    expect((await drawPicture(sheet)).subarray(1, 4).toString()).toBe('PNG');
  });
});
