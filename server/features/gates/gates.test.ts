import { createHash, createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Output } from '@contract/endpoint';
import { getMyGate, verifyAtGate } from '@contract/gates';
import * as privileges from '@contract/privileges';
import { decodeBase45, encodeBase45 } from '@privilege-code/base45';
import { parseCoseSign1 } from '@privilege-code/cose-sign1';
import type { KeySet } from '@privilege-code/key-set';
import { aGate, asEntitledDonor, type TestGate } from '@server/testing/builders/privileges';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { GateScan } from './gate-scan.entity';
import { SpentCode } from './spent-code.entity';

type Answer = Output<typeof verifyAtGate>;
const park = { scope: 'park' } as const;
let count = 0;
const requestId = () => `request-${++count}`;

describe('a gate', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const mint = async (donor: { token: string }, scope: 'park' | 'hospital' | 'transit' = 'park') =>
    (await test.get(privileges.mintPrivilegeCode, { scope }, { as: donor.token })).text;
  const scan = async (gate: TestGate, code: string, request = requestId()): Promise<Answer> => {
    const answer = await gate.machine.call(verifyAtGate, { code, requestId: request });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  const scansOf = (gate: TestGate) => test.inTransaction(tx => tx.em.countBy(GateScan, { gateId: gate.gateId }));

  it('opens once, and is told the masked name when staff stand there', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    expect(await scan(gate, code)).toMatchObject({ result: 'green', reason: 'ok', maskedName: '*试甲' });
    expect(await scan(gate, code)).toMatchObject({ result: 'red', reason: 'replay', maskedName: null });
  });

  it('leaves no line in the audit, which would say for ever where the donor was', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    await scan(gate, await mint(donor));
    const about = { subjectId: donor.personId };
    const actions = await test.inTransaction(tx => tx.em.find(AuditLine, { where: about, select: { action: true } }));
    expect(actions.map(({ action }) => action)).not.toContain('gate.verify');
    expect(await test.inTransaction(tx => tx.em.countBy(GateScan, { personId: donor.personId }))).toBe(1);
  });

  it('refuses what another gate has let in', async () => {
    const code = await mint(await asEntitledDonor(test));
    await scan(await aGate(test), code);
    expect(await scan(await aGate(test), code)).toMatchObject({ result: 'red', reason: 'replay' });
  });

  it('lets one of 200 scans of a code in', async () => {
    const [east, west] = [await aGate(test), await aGate(test)];
    const code = await mint(await asEntitledDonor(test));
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => scan(n % 2 === 0 ? east : west, code)));
    const reasons = answers.map(answer => answer.reason);
    expect(reasons.filter(reason => reason === 'ok')).toHaveLength(1);
    expect(reasons.filter(reason => reason === 'replay')).toHaveLength(199);
  });

  it('gets the same answer and receipt for the same request, also long after', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    const first = await scan(gate, code, 'request-again');
    test.clock.advance(300);
    expect(await scan(gate, code + '\r\n', 'request-again')).toEqual(first);
    expect(first.result).toBe('green');
    expect(await scansOf(gate)).toBe(1);
  });

  it('does not spend a code by repeating a request that was refused', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    test.clock.advance(-30);
    const early = await scan(gate, code, 'request-early');
    test.clock.advance(30);
    expect(await scan(gate, code, 'request-early')).toEqual(early);
    expect(early.reason).toBe('early');
    expect(await scan(gate, code)).toMatchObject({ result: 'green' });
  });

  it('gets one answer for requests that arrive together', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    const answers = await Promise.all(Array.from({ length: 20 }, () => scan(gate, code, 'request-twin')));
    expect(new Set(answers.map(answer => answer.receipt)).size).toBe(1);
    expect(answers[0]).toMatchObject({ result: 'green' });
    expect(await scansOf(gate)).toBe(1);
  });

  it('may not use one request for two codes', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    await scan(gate, await mint(donor), 'request-two');
    expect(await gate.machine.call(verifyAtGate, { code: await mint(donor), requestId: 'request-two' })).toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  it('knows the same request id of another gate as another scan', async () => {
    const donor = await asEntitledDonor(test);
    const code = await mint(donor);
    await scan(await aGate(test), code, 'request-same');
    expect(await scan(await aGate(test), code, 'request-same')).toMatchObject({ reason: 'replay' });
  });

  describe('holding a receipt', () => {
    async function verifyReceipt(receipt: string | null, gate: TestGate): Promise<jwt.JwtPayload> {
      const { jwt: token } = await test.get(privileges.getKeySet, {});
      const { keys } = jwt.decode(token) as { keys: KeySet['keys'] };
      const kid = jwt.decode(receipt ?? '', { complete: true })?.header.kid;
      const record = keys.find(key => key.kid === kid && key.use === 'receipt');
      const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: record?.x, y: record?.y }, format: 'jwk' });
      return jwt.verify(receipt ?? '', key, {
        algorithms: ['ES256'],
        audience: gate.code,
        clockTimestamp: Math.floor(test.clock.millis() / 1000),
      }) as jwt.JwtPayload;
    }

    it('can prove gate, request, code and result for 60 seconds', async () => {
      const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
      const code = await mint(donor);
      const { receipt } = await scan(gate, code, 'request-proof');
      const claims = await verifyReceipt(receipt, gate);
      const { payload } = parseCoseSign1(decodeBase45(code.slice(4)));
      const rkh = createHash('sha256').update(payload.subarray(9, 17)).digest('base64url');
      expect(claims).toMatchObject({ aud: gate.code, rid: 'request-proof', res: 'green', rsn: 'ok', rkh });
      test.clock.advance(60);
      await expect(verifyReceipt(receipt, gate)).rejects.toThrow('jwt expired');
    });

    it('refuses one that was made for another gate or edited', async () => {
      const [gate, other, donor] = [await aGate(test), await aGate(test), await asEntitledDonor(test)];
      const code = await mint(donor);
      await scan(other, code);
      const { receipt } = await scan(gate, code);
      await expect(verifyReceipt(receipt, other)).rejects.toThrow('jwt audience invalid');
      const [head, , signature] = receipt?.split('.') ?? [];
      const claims = { ...jwt.decode(receipt ?? '', { json: true }), res: 'green', rsn: 'ok' };
      const edited = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
      await expect(verifyReceipt(edited, gate)).rejects.toThrow('invalid signature');
    });
  });

  it.each([
    ['garbage', 'https://example.invalid/', 'format'],
    ['an offline code, which is not in use yet', 'BD2:0123', 'format'],
    ['three thousand characters', 'BD1:'.padEnd(3000, '0'), 'format'],
  ])('refuses %s and leaves no row', async (_name, code, reason) => {
    const gate = await aGate(test);
    expect(await scan(gate, code)).toEqual({ result: 'red', reason, receipt: null, maskedName: null });
    expect(await scansOf(gate)).toBe(0);
  });

  it('leaves a count of what it refused, by reason', async () => {
    const gate = await aGate(test);
    const counted = async () =>
      Number(
        /gate_answers_total\{result="red",reason="format"\} (\d+)/.exec(
          await (await fetch(`${test.baseUrl}/metrics`)).text(),
        )?.[1] ?? 0,
      );
    const before = await counted();
    await scan(gate, 'garbage');
    expect(await counted()).toBe(before + 1);
  });

  it('refuses a code with a changed signature and does not spend it', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    const bytes = decodeBase45(code.slice(4));
    bytes[96] = (bytes[96] ?? 0) ^ 1;
    expect(await scan(gate, `BD1:${encodeBase45(bytes)}`)).toMatchObject({ reason: 'signature', receipt: null });
    expect(await scan(gate, code)).toMatchObject({ result: 'green' });
  });

  it('refuses a text that no QR code of ours can hold before anything reads it', async () => {
    const gate = await aGate(test);
    const input = { code: 'BD1:'.padEnd(5000, '0'), requestId: requestId() };
    expect(await gate.machine.call(verifyAtGate, input)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });

  it.each([
    [69, 'green', 'ok'],
    [71, 'red', 'expired'],
    [-11, 'red', 'early'],
  ])('shown a code %d s after its issue answers %s %s', async (age, result, reason) => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    test.clock.advance(age);
    expect(await scan(gate, code)).toMatchObject({ result, reason });
    test.clock.advance(Math.max(0, -age));
  });

  it('refuses a code for another kind of place and leaves it unspent', async () => {
    const donor = await asEntitledDonor(test);
    const clinic = await aGate(test, { kind: 'hospital', scopes: ['hospital'] });
    const code = await mint(donor);
    expect(await scan(clinic, code)).toMatchObject({ result: 'red', reason: 'scope' });
    expect(await scan(await aGate(test), code)).toMatchObject({ result: 'green' });
  });

  it('refuses where the rules of its city grant nothing at such places, whatever it was registered for', async () => {
    const donor = await asEntitledDonor(test);
    const transit = { kind: 'transit', scopes: ['transit'], city: '温州市' } as const;
    const [ferry, bus] = [
      await aGate(test, { ...transit, type: 'ferry' }),
      await aGate(test, { ...transit, type: 'bus' }),
    ];
    const code = await mint(donor, 'transit');
    expect(await scan(ferry, code)).toMatchObject({ result: 'red', reason: 'scope' });
    expect(await ferry.machine.call(getMyGate, {})).toMatchObject({ value: { scopes: [] } });
    expect(await scan(bus, code)).toMatchObject({ result: 'green' });
  });

  it.each([
    ['with staff asks them to look', true, 'amber'],
    ['without staff refuses', false, 'red'],
  ])('%s when a donor comes again within a minute', async (_name, staffed, result) => {
    const donor = await asEntitledDonor(test);
    const groupCode = `group-${requestId()}`;
    const [east, west] = [await aGate(test, { groupCode }), await aGate(test, { groupCode, staffed })];
    expect(await scan(east, await mint(donor))).toMatchObject({ result: 'green' });
    expect(await scan(west, await mint(donor))).toMatchObject({ result, reason: 'interval' });
    test.clock.advance(60);
    expect(await scan(west, await mint(donor))).toMatchObject({ result: 'green' });
  });

  it('of another group does not mind that the donor passed elsewhere', async () => {
    const donor = await asEntitledDonor(test);
    await scan(await aGate(test), await mint(donor));
    expect(await scan(await aGate(test), await mint(donor))).toMatchObject({ result: 'green' });
  });

  it('refuses the unused code of a device that another one has replaced', async () => {
    const gate = await aGate(test);
    const donor = await asEntitledDonor(test);
    const old = await mint(donor);
    const fresh = await mint({ token: (await asCitizen(test, donor)).token });
    expect(await scan(gate, old)).toMatchObject({ result: 'red', reason: 'revoked' });
    expect(await scan(gate, fresh)).toMatchObject({ result: 'green' });
  });

  it('refuses the unused code of a donor who was suspended, also after the restoration', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { token } = await asStaff(test, 'operator');
    const suspend = (suspended: boolean) =>
      test.get(
        privileges.suspendPrivilege,
        { certificateNumber: donor.certificateNumber, suspended, reason: '多次转借' },
        { as: token },
      );
    const [first, second] = [await mint(donor), await mint(donor)];
    await suspend(true);
    expect(await scan(gate, first)).toMatchObject({ reason: 'revoked' });
    await suspend(false);
    expect(await scan(gate, second)).toMatchObject({ reason: 'revoked' });
  });

  describe('as a credential', () => {
    const input = () => ({ code: 'BD1:0', requestId: requestId() });

    it('can be the session of a screen as well as a machine', async () => {
      const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
      const code = { code: await mint(donor), requestId: requestId() };
      expect(await test.get(verifyAtGate, code, { as: gate.screen })).toMatchObject({ result: 'green' });
      const facts = { code: gate.code, name: '测试公园东门', city: '杭州市', scopes: ['park'], staffed: true };
      expect(await test.get(getMyGate, {}, { as: gate.screen })).toEqual(facts);
      expect(await gate.machine.call(getMyGate, {})).toMatchObject({ value: facts });
    });

    it('does not work under the id of another gate', async () => {
      const [gate, other] = [await aGate(test), await aGate(test)];
      const body = input();
      const headers = { ...gate.machine.sign(verifyAtGate, body), 'x-machine-id': other.machine.machineId };
      expect(await test.call(verifyAtGate, body, { headers })).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
    });

    it('does not work twice with one nonce, nor for another body', async () => {
      const gate = await aGate(test);
      const body = input();
      const headers = { ...gate.machine.sign(verifyAtGate, body) };
      expect(await test.call(verifyAtGate, body, { headers })).toMatchObject({ ok: true });
      expect(await test.call(verifyAtGate, body, { headers })).toMatchObject({ status: 401 });
      const again = { ...gate.machine.sign(verifyAtGate, body) };
      expect(await test.call(verifyAtGate, input(), { headers: again })).toMatchObject({ status: 401 });
    });

    it('cannot mint a code', async () => {
      const gate = await aGate(test);
      expect(await gate.machine.call(privileges.mintPrivilegeCode, park)).toMatchObject({ code: 'NOT_ALLOWED' });
    });
  });

  it('shows the donor their own uses and nobody else', async () => {
    const [gate, donor, other] = [await aGate(test), await asEntitledDonor(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    await scan(gate, code);
    await scan(gate, code);
    const { items, nextCursor } = await test.get(privileges.listPrivilegeUses, {}, { as: donor.token });
    expect(items.map(({ id: _id, at: _at, ...use }) => use)).toEqual([
      { gateName: '测试公园东门', city: '杭州市', scope: 'park', result: 'red' },
      { gateName: '测试公园东门', city: '杭州市', scope: 'park', result: 'green' },
    ]);
    expect(nextCursor).toBeNull();
    expect(await test.get(privileges.listPrivilegeUses, {}, { as: other.token })).toMatchObject({ items: [] });
  });

  it('pages the uses without a gap', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    for (let n = 0; n < 25; n++) await scan(gate, code);
    const first = await test.get(privileges.listPrivilegeUses, {}, { as: donor.token });
    const rest = await test.get(privileges.listPrivilegeUses, { cursor: first.nextCursor ?? '' }, { as: donor.token });
    const ids = [...first.items, ...rest.items].map(use => use.id);
    expect(new Set(ids).size).toBe(25);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it('is forgotten as a place where somebody was after 30 days', async () => {
    test.clock.advance(30 * 86_400 + 1);
    for (const clean of test.app.jobs.cleaners()) await clean(test.app);
    expect(await test.inTransaction(tx => tx.em.count(GateScan))).toBe(0);
    expect(await test.inTransaction(tx => tx.em.count(SpentCode))).toBe(0);
  });
});
