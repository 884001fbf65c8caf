import jwt from 'jsonwebtoken';
import { decodeBase45 } from '@privilege-code/base45';
import { parseCoseSign1 } from '@privilege-code/cose-sign1';
import type { KeySet } from '@privilege-code/key-set';
import { verifyCode } from '@privilege-code/verify';
import * as contract from '@contract/privileges';
import { aDonorWithCounts, asEntitledDonor } from '@server/testing/builders/privileges';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { nodeCheck, publicKeyOf } from './signatures';
import { MINTS_PER_MINUTE } from './mint-privilege-code';
import { PrivilegeCode } from './privilege-code.entity';
import { SigningKey } from './signing-key.entity';

const park = { scope: 'park' } as const;

describe('the privilege code of a donor', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  async function publishedKeys(): Promise<KeySet> {
    const { jwt: token, rootKey } = await test.get(contract.getKeySet, {});
    const now = Math.floor(test.clock.millis() / 1000);
    const payload = jwt.verify(token, publicKeyOf(rootKey), { algorithms: ['ES256'], clockTimestamp: now });
    const { version, keys, iat } = payload as { version: number; keys: KeySet['keys']; iat: number };
    return { version, keys, issuedAt: iat };
  }

  it('verifies with the published key set alone', async () => {
    const { token } = await asEntitledDonor(test);
    const code = await test.get(contract.mintPrivilegeCode, park, { as: token });
    expect(code.text).toMatch(/^BD1:.{146}$/);
    expect(Date.parse(code.expiresAt) - Date.parse(code.issuedAt)).toBe(60_000);
    const verification = await verifyCode(code.text, {
      now: Math.floor(test.clock.millis() / 1000),
      keySet: await publishedKeys(),
      gateScope: 0x02,
      ...nodeCheck,
      staffed: false,
      isRevoked: () => false,
    });
    expect(verification).toMatchObject({ valid: true, code: { scope: 0x02 } });
  });

  it('holds nothing that stays the same for a donor but header and scope', async () => {
    const { token } = await asEntitledDonor(test);
    const payloads: string[] = [];
    for (let n = 0; n < MINTS_PER_MINUTE; n++) {
      const { text } = await test.get(contract.mintPrivilegeCode, park, { as: token });
      payloads.push(Buffer.from(parseCoseSign1(decodeBase45(text.slice(4))).payload).toString('hex'));
    }
    // map(3), exp, cti, scope: the eight bytes of cti are all that names the code, and they differ each time.
    const ctis = payloads.map(payload => /^a3041a[0-9a-f]{8}0748([0-9a-f]{16})094102$/.exec(payload)?.[1]);
    expect(ctis).not.toContain(undefined);
    expect(new Set(ctis).size).toBe(MINTS_PER_MINUTE);
  });

  it('needs 20 award counts and says how many there are', async () => {
    const { token } = await asCitizen(test, await aDonorWithCounts(test, 19));
    expect(await test.call(contract.mintPrivilegeCode, park, { as: token })).toMatchObject({
      status: 403,
      code: 'NOT_ENTITLED',
      details: { awardCountTenths: 190, neededTenths: 200 },
    });
    expect(await test.get(contract.getPrivilege, {}, { as: token })).toMatchObject({ entitled: false, scopes: [] });
  });

  it('is shown as a right with its clause', async () => {
    const { token } = await asEntitledDonor(test);
    expect(await test.get(contract.getPrivilege, {}, { as: token })).toMatchObject({
      entitled: true,
      suspended: false,
      awardCountTenths: 200,
      scopes: ['transit', 'park', 'hospital'],
      clause: expect.stringContaining('第二十五条'),
    });
  });

  it('is minted six times a minute and no more', async () => {
    const { token } = await asEntitledDonor(test);
    for (let n = 0; n < MINTS_PER_MINUTE; n++) await test.get(contract.mintPrivilegeCode, park, { as: token });
    expect(await test.call(contract.mintPrivilegeCode, park, { as: token })).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      details: { retryAfterSeconds: 60 },
    });
    test.clock.advance(61);
    expect(await test.call(contract.mintPrivilegeCode, park, { as: token })).toMatchObject({ ok: true });
  });

  it('takes turns when two devices of a donor ask for the first time at once', async () => {
    const donor = await aDonorWithCounts(test, 20);
    const tokens = [(await asCitizen(test, donor)).token, (await asCitizen(test, donor)).token];
    const answers = await Promise.all(tokens.map(as => test.call(contract.mintPrivilegeCode, park, { as })));
    expect(answers.map(answer => answer.status)).toEqual([200, 200]);
  });

  it('is suspended and restored by an operator, and by nobody else', async () => {
    const donor = await asEntitledDonor(test);
    const { token: operator } = await asStaff(test, 'operator');
    const suspend = (suspended: boolean, as: string) =>
      test.call(
        contract.suspendPrivilege,
        { certificateNumber: donor.certificateNumber, suspended, reason: '多次转借' },
        { as },
      );
    expect(await suspend(true, donor.token)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await suspend(true, operator)).toMatchObject({ ok: true });
    expect(await test.call(contract.mintPrivilegeCode, park, { as: donor.token })).toMatchObject({
      code: 'PRIVILEGE_SUSPENDED',
    });
    expect(await test.get(contract.getPrivilege, {}, { as: donor.token })).toMatchObject({ suspended: true });
    expect(await suspend(false, operator)).toMatchObject({ ok: true });
    expect(await test.call(contract.mintPrivilegeCode, park, { as: donor.token })).toMatchObject({ ok: true });
  });

  it('refuses to suspend a certificate that does not exist', async () => {
    const { token } = await asStaff(test, 'operator');
    const command = { certificateNumber: 'ZJ-NOBODY', suspended: true, reason: '多次转借' };
    expect(await test.call(contract.suspendPrivilege, command, { as: token })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the key ring', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const keysInForce = () => test.inTransaction(tx => tx.em.find(SigningKey, { order: { kid: 'ASC' } }));

  it('is made once, also when many ask first', async () => {
    await Promise.all(Array.from({ length: 8 }, () => test.get(contract.getKeySet, {})));
    expect((await keysInForce()).map(key => key.keyUse)).toEqual([
      'root',
      'live',
      'receipt',
      'credential',
      'paper',
      'list',
    ]);
  });

  it('publishes no private part and keeps none in the open', async () => {
    const { jwt: token } = await test.get(contract.getKeySet, {});
    expect(Object.keys((jwt.decode(token) as { keys: object[] }).keys[0] ?? {})).not.toContain('d');
    for (const key of await keysInForce()) expect(key.privateSealed).not.toContain('"d"');
  });

  it('goes on with the next key after 90 days, under a higher version', async () => {
    const before = await test.get(contract.getKeySet, {});
    test.clock.advance(91 * 86_400);
    const donor = await asEntitledDonor(test);
    const { text } = await test.get(contract.mintPrivilegeCode, park, { as: donor.token });
    const after = await test.get(contract.getKeySet, {});
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.rootKey).toEqual(before.rootKey);
    const kid = parseCoseSign1(decodeBase45(text.slice(4))).protectedHeader.get(4);
    expect(kid).toEqual(new Uint8Array([0x00, 0x07]));
  });

  it('forgets whose code it was after 30 days', async () => {
    const count = () => test.inTransaction(tx => tx.em.count(PrivilegeCode));
    expect(await count()).toBe(1);
    test.clock.advance(30 * 86_400);
    await test.drain();
    expect(await count()).toBe(1);
    test.clock.advance(1);
    for (const clean of test.app.jobs.cleaners()) await clean(test.app);
    expect(await count()).toBe(0);
  });
});
