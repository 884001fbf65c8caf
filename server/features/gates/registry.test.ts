import { randomBytes } from 'node:crypto';
import * as registry from '@contract/gate-registry';
import { getMyGate, verifyAtGate } from '@contract/gates';
import * as places from '@contract/privilege-places';
import * as privileges from '@contract/privileges';
import { signMachineRequest } from '@server/platform/machine-signature';
import { aGate, asEntitledDonor } from '@server/testing/builders/privileges';
import { asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

const given = {
  ...{ name: '测试 7 路公交', operatorName: '测试公交公司', kind: 'transit' as const, city: '杭州市' },
  ...{ place: '7 路', staffed: false, position: { latitude: 30.25, longitude: 120.16 } },
};

describe('an operator', () => {
  let test: TestApp;
  let operator: string;
  beforeAll(async () => {
    test = await startTestApp();
    operator = (await asStaff(test, 'operator')).token;
  });
  afterAll(() => test.close());

  const asGate = (machineId: string, secret: string) => {
    const seconds = Math.floor(test.clock.millis() / 1000);
    const request = {
      method: 'GET',
      path: getMyGate.path,
      machineId,
      seconds,
      nonce: randomBytes(16).toString('base64url'),
      body: '',
    };
    return test.call(getMyGate, {}, { headers: { ...signMachineRequest(request, secret) } });
  };
  const register = (code: string) =>
    test.get(registry.registerGate, { ...given, code, scopes: ['transit'] }, { as: operator });

  it('registers a gate, and the secret that is shown once opens its way in', async () => {
    const { code, secret } = await register('TEST-BUS-7');
    expect(await asGate(code, secret)).toMatchObject({ ok: true, value: { name: given.name, scopes: ['transit'] } });
    const { items } = await test.get(registry.listGates, {}, { as: operator });
    expect(items).toMatchObject([{ code, operatorName: '测试公交公司', place: '7 路', active: true, flagged: 0 }]);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('cannot give two gates one code', async () => {
    await register('TEST-BUS-8');
    expect(
      await test.call(registry.registerGate, { ...given, code: 'TEST-BUS-8', scopes: ['park'] }, { as: operator }),
    ).toMatchObject({ code: 'GATE_CODE_TAKEN' });
  });

  it('renews a secret with a week of both, or ends the old one at once, and other gates go on', async () => {
    const [one, other] = [await register('TEST-BUS-9'), await register('TEST-BUS-10')];
    const next = await test.get(registry.rotateGateSecret, { gateId: one.gateId, endOldNow: false }, { as: operator });
    expect(next.oldSecretUntil).not.toBeNull();
    expect(await asGate(one.code, one.secret)).toMatchObject({ ok: true });
    expect(await asGate(one.code, next.secret)).toMatchObject({ ok: true });
    const last = await test.get(registry.rotateGateSecret, { gateId: one.gateId, endOldNow: true }, { as: operator });
    expect(last.oldSecretUntil).toBeNull();
    expect(await asGate(one.code, next.secret)).toMatchObject({ ok: false });
    expect(await asGate(one.code, last.secret)).toMatchObject({ ok: true });
    expect(await asGate(other.code, other.secret)).toMatchObject({ ok: true });
  });

  it('takes a gate out of service at once, with its screen, and back', async () => {
    const gate = await aGate(test);
    const change = (active: boolean) =>
      test.get(registry.switchGate, { gateId: gate.gateId, active, reason: '设备丢失' }, { as: operator });
    await change(false);
    expect(await test.call(getMyGate, {}, { as: gate.screen })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(
      await test.call(registry.rotateGateSecret, { gateId: gate.gateId, endOldNow: true }, { as: operator }),
    ).toMatchObject({ code: 'GATE_OFF' });
    await change(true);
    expect(await test.call(getMyGate, {}, { as: gate.screen })).toMatchObject({ ok: true });
  });

  it('sees which uses should not have been let in, by masked name alone', async () => {
    const [gate, other, donor] = [await aGate(test), await aGate(test), await asEntitledDonor(test)];
    const code = (await test.get(privileges.mintPrivilegeCode, { scope: 'park' }, { as: donor.token })).text;
    await other.machine.call(verifyAtGate, { code, requestId: 'flagged-1' });
    await gate.machine.call(registry.uploadGateUses, {
      uses: [{ requestId: 'flagged-2', code, at: test.clock.now() }],
    });
    const { items } = await test.get(registry.listFlaggedUses, {}, { as: operator });
    expect(items).toMatchObject([{ reason: 'replay', maskedName: '*试甲', times: 1 }]);
    expect(JSON.stringify(items)).not.toContain(donor.personId);
  });

  it('keeps the list of places that everybody reads', async () => {
    const place = { city: '杭州市', kind: 'park', name: '测试公园', note: '', position: null } as const;
    const { placeId } = await test.get(places.savePrivilegePlace, place, { as: operator });
    expect(await test.call(places.savePrivilegePlace, place, { as: operator })).toMatchObject({ code: 'PLACE_EXISTS' });
    const position = { latitude: 30.246, longitude: 120.142 };
    await test.get(places.savePrivilegePlace, { ...place, placeId, note: '东门', position }, { as: operator });
    const read = async () => (await test.get(places.listPrivilegePlaces, {})).items.filter(({ id }) => id === placeId);
    expect(await read()).toEqual([{ ...place, id: placeId, note: '东门', position }]);
    await test.get(places.removePrivilegePlace, { placeId }, { as: operator });
    expect(await read()).toEqual([]);
    expect(await test.call(places.removePrivilegePlace, { placeId }, { as: operator })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('does not see what staff at a gate see: a masked name, for a minute', async () => {
    const [gate, bare, donor] = [await aGate(test), await aGate(test, { staffed: false }), await asEntitledDonor(test)];
    const code = (await test.get(privileges.mintPrivilegeCode, { scope: 'park' }, { as: donor.token })).text;
    await gate.machine.call(verifyAtGate, { code, requestId: 'look-at-this' });
    const look = (as: string) => test.call(registry.inspectUse, { requestId: 'look-at-this' }, { as });
    expect(await look(gate.screen)).toMatchObject({ ok: true, value: { maskedName: '*试甲', card: false } });
    expect(await look(bare.screen)).toMatchObject({ code: 'NOT_SHOWN' });
    expect(await look(operator)).toMatchObject({ code: 'NOT_ALLOWED' });
    test.clock.advance(60);
    expect(await look(gate.screen)).toMatchObject({ code: 'NOT_SHOWN' });
  });
});
