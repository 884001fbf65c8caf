import { randomBytes } from 'node:crypto';
import * as registry from '@contract/gate-registry';
import { getMyGate, verifyAtGate } from '@contract/gates';
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

  it('does not register a gate where the rules of the city grant nothing, nor in a city that is not of the province', async () => {
    const gate = { ...given, code: 'TEST-FERRY-1', scopes: ['transit' as const] };
    expect(
      await test.call(registry.registerGate, { ...gate, type: 'ferry', city: '舟山市' }, { as: operator }),
    ).toMatchObject({ code: 'NOT_GRANTED_THERE', details: { ruleId: 'HC-ZHOUSHAN-FERRY', confirmed: false } });
    expect(await test.call(registry.registerGate, { ...gate, city: '南昌市' }, { as: operator })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'city', reason: 'not_a_city_of_ours' }] },
    });
  });

  it('sees what a gate last pulled, what it answered, and who did what to it', async () => {
    const { gateId, code, secret } = await register('TEST-BUS-11');
    const one = () => test.get(registry.getGate, { gateId }, { as: operator });
    expect(await one()).toMatchObject({ type: 'bus', lastSeenAt: null, listAt: null, keySet: { held: null } });
    test.clock.advance(60);
    const told = { keySetVersion: '3', listVersion: '1764000000' };
    const path = `${registry.getGateTime.path}?${new URLSearchParams(told).toString()}`;
    const seconds = Math.floor(test.clock.millis() / 1000);
    const nonce = randomBytes(16).toString('base64url');
    const signed = { method: 'GET', path, machineId: code, seconds, nonce, body: '' };
    await test.get(registry.getGateTime, told, { headers: { ...signMachineRequest(signed, secret) } });
    const { placeId: _, ...where } = { ...given, placeId: undefined };
    const { kind: __, ...changed } = { ...where, gateId, scopes: ['transit' as const], name: '测试 11 路公交' };
    await test.get(registry.changeGate, changed, { as: operator });
    await test.get(registry.switchGate, { gateId, active: false, reason: '设备丢失' }, { as: operator });
    const seen = await one();
    expect(seen).toMatchObject({
      ...{ name: '测试 11 路公交', active: false, lastSeenAt: test.clock.now(), listAt: '2025-11-24T16:00:00.000Z' },
      ...{ keySet: { held: '3' }, results: { green: 0, amber: 0, red: 0 } },
    });
    expect(seen.history.map(({ act, reason }) => [act, reason])).toEqual([
      ['suspended', '设备丢失'],
      ['changed', ''],
      ['added', ''],
    ]);
    expect(seen.history[1]?.changes).toEqual([{ field: 'name', from: given.name, to: '测试 11 路公交' }]);
  });

  it('sees of one gate also the uses at which staff were asked to look', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const scan = async (requestId: string) => {
      const code = (await test.get(privileges.mintPrivilegeCode, { scope: 'park' }, { as: donor.token })).text;
      return gate.machine.call(verifyAtGate, { code, requestId });
    };
    await scan('look-first');
    await scan('look-again');
    const { items } = await test.get(registry.listFlaggedUses, { gateId: gate.gateId }, { as: operator });
    expect(items).toMatchObject([{ reason: 'interval', flagged: false, alone: false, maskedName: '*试甲' }]);
    const all = await test.get(registry.listFlaggedUses, {}, { as: operator });
    expect(all.items.map(({ gateId }) => gateId)).not.toContain(gate.gateId);
  });

  it('sees of the whole province at whom staff were asked to look, a day at a time and without a name', async () => {
    const [east, west] = [await aGate(test), await aGate(test)];
    const [one, other] = [await asEntitledDonor(test), await asEntitledDonor(test)];
    let n = 0;
    const scan = async (gate: typeof east, donor: typeof one) => {
      const code = (await test.get(privileges.mintPrivilegeCode, { scope: 'park' }, { as: donor.token })).text;
      return gate.machine.call(verifyAtGate, { code, requestId: `province-${++n}` });
    };
    const looks = async (day?: string, cursor?: string) =>
      test.get(registry.listLooks, { ...(day && { day }), ...(cursor && { cursor }) }, { as: operator });
    const before = (await looks()).items.length;
    for (const [gate, donor] of [
      ...[
        [east, one],
        [east, one],
        [west, other],
        [west, other],
        [west, one],
        [west, one],
      ],
    ] as const)
      await scan(gate, donor);
    const { items } = await looks();
    const added = items.slice(0, items.length - before);
    expect(added).toHaveLength(3);
    expect(added.map(({ reason, gateId }) => [reason, gateId])).toEqual([
      ['interval', west.gateId],
      ['interval', west.gateId],
      ['interval', east.gateId],
    ]);
    const [second, theirs, first] = added.map(({ alias }) => alias);
    expect(first).toBe(second);
    expect(first).not.toBe(theirs);
    expect(JSON.stringify(added)).not.toContain('*试甲');
    const yesterday = '2026-03-04';
    for (const day of [yesterday, '9999-12-31', '1800-01-01']) expect((await looks(day)).items).toEqual([]);
    expect(await test.call(registry.listLooks, {}, { as: one.token })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('pages them without a gap', async () => {
    const donor = await asEntitledDonor(test);
    const gate = await aGate(test);
    for (let n = 0; n < 24; n++) {
      if (n % 5 === 0) test.clock.advance(61);
      const code = (await test.get(privileges.mintPrivilegeCode, { scope: 'park' }, { as: donor.token })).text;
      await gate.machine.call(verifyAtGate, { code, requestId: `many-times-${n}` });
      if (n % 5 === 0) await gate.machine.call(verifyAtGate, { code, requestId: `many-again-${n}` });
    }
    const all: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const sheet: { items: { id: string }[]; nextCursor: string | null } = await test.get(
        registry.listLooks,
        cursor === '' ? {} : { cursor },
        { as: operator },
      );
      all.push(...sheet.items.map(({ id }) => id));
      cursor = sheet.nextCursor;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(19);
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
