import { decideConsent, listConsents } from '@contract/consent';
import { asCitizen, asVisitor } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { hasConsent } from '.';
import { purposes } from './purposes';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const { version } = purposes.kinship_lookup;
const stateOf = async (token: string) => {
  const { items } = await test.get(listConsents, {}, { as: token });
  return items.find(item => item.purpose === 'kinship_lookup');
};
const agreed = (personId: string) => test.inTransaction(tx => hasConsent(tx, 'kinship_lookup', personId));

describe('a consent', () => {
  it('is missing until it is given, with its reason on the list', async () => {
    const { token } = await asVisitor(test);
    const { items } = await test.get(listConsents, {}, { as: token });
    expect(items).toHaveLength(Object.keys(purposes).length);
    expect(items.every(item => !item.granted && item.decidedAt === null && item.why.length > 10)).toBe(true);
  });

  it('counts for the person in every host once given, and ends when withdrawn', async () => {
    const wechat = await asCitizen(test);
    const alipay = await asCitizen(test, wechat);
    await test.get(decideConsent, { purpose: 'kinship_lookup', version, granted: true }, { as: wechat.token });
    expect((await stateOf(alipay.token))?.granted).toBe(true);
    expect(await agreed(wechat.personId)).toBe(true);
    await test.get(decideConsent, { purpose: 'kinship_lookup', version, granted: false }, { as: alipay.token });
    expect((await stateOf(wechat.token))?.granted).toBe(false);
    expect(await agreed(wechat.personId)).toBe(false);
  });

  it('of one person says nothing about another', async () => {
    const [first, second] = [await asCitizen(test), await asCitizen(test)];
    await test.get(decideConsent, { purpose: 'kinship_lookup', version, granted: true }, { as: first.token });
    expect(await agreed(second.personId)).toBe(false);
  });

  it('to a text that has changed is refused, while a withdrawal always works', async () => {
    const { token, personId } = await asCitizen(test);
    const old = { purpose: 'kinship_lookup', version: '2020-01' } as const;
    const answer = await test.call(decideConsent, { ...old, granted: true }, { as: token });
    expect(answer).toMatchObject({ ok: false, code: 'CONSENT_VERSION_OLD', details: { version } });
    expect(await agreed(personId)).toBe(false);
    expect(await test.call(decideConsent, { ...old, granted: false }, { as: token })).toMatchObject({ ok: true });
  });
});
