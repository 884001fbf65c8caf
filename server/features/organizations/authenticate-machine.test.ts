import { randomBytes } from 'node:crypto';
import { getMe, signOut } from '@contract/identity';
import { newId } from '@server/platform/ids';
import { MACHINE_CLOCK_TOLERANCE_S, MACHINE_HEADERS, signMachineRequest } from '@server/platform/machine-signature';
import { asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { MachineCredential } from './machine-credential.entity';
import { MachineNonce } from './machine-nonce.entity';
import { rotateMachineSecret, rotationOverlapSeconds } from './issue-machine-credential';

let test: TestApp;
let gate: TestMachine;
beforeAll(async () => {
  test = await startTestApp();
  gate = await asMachine(test, 'gate', newId());
});
afterAll(() => test.close());

const call = (headers: object) => test.call(getMe, {}, { headers: { ...headers } });
/** Headers of the gate, signed with this secret at this distance from the service's clock. */
const signed = (machineId: string, secret: string, secondsAway = 0) =>
  signMachineRequest(
    {
      method: 'GET',
      path: getMe.path,
      machineId,
      seconds: Math.floor(test.clock.millis() / 1000) + secondsAway,
      nonce: randomBytes(16).toString('base64url'),
      body: '',
    },
    secret,
  );
const refusedFor = (reason: string) => ({ ok: false, status: 401, code: 'NOT_SIGNED_IN', details: { reason } });

describe('a machine', () => {
  it('that signs its request is its role', async () => {
    expect(await gate.call(getMe, {})).toMatchObject({ ok: true, value: { role: 'gate', person: null, staff: null } });
    expect(await gate.call(signOut, {})).toMatchObject({ ok: true });
  });

  it('is refused a recorded request, also when many copies arrive at once', async () => {
    const headers = gate.sign(getMe, {});
    const answers = await Promise.all(Array.from({ length: 6 }, () => call(headers)));
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(answers.find(answer => !answer.ok)).toMatchObject(refusedFor('nonce_used'));
  });

  it('may use a nonce that another machine has used', async () => {
    const other = await asMachine(test, 'gate', newId());
    const nonce = randomBytes(16).toString('base64url');
    const seconds = Math.floor(test.clock.millis() / 1000);
    for (const { machineId, secret } of [gate, other]) {
      const request = { method: 'GET', path: getMe.path, machineId, seconds, nonce, body: '' };
      expect(await call(signMachineRequest(request, secret))).toMatchObject({ ok: true });
    }
  });

  it.each([
    ['another body', { body: '{"everywhere":true}' }],
    ['another path', { path: '/api/sessions/sign-out?x=1' }],
  ])('is refused with a signature over %s', async (_, change) => {
    const seconds = Math.floor(test.clock.millis() / 1000);
    const nonce = randomBytes(16).toString('base64url');
    const request = { method: 'POST', path: signOut.path, machineId: gate.machineId, seconds, nonce, body: '{}' };
    const headers = { ...signMachineRequest({ ...request, ...change }, gate.secret) };
    expect(await test.call(signOut, {}, { headers })).toMatchObject(refusedFor('wrong_signature'));
  });

  it('whose clock is too far away is told the time of the service', async () => {
    expect(await call(signed(gate.machineId, gate.secret, MACHINE_CLOCK_TOLERANCE_S))).toMatchObject({ ok: true });
    for (const away of [MACHINE_CLOCK_TOLERANCE_S + 1, -MACHINE_CLOCK_TOLERANCE_S - 1]) {
      const answer = await call(signed(gate.machineId, gate.secret, away));
      const serverSeconds = Math.floor(test.clock.millis() / 1000);
      expect(answer).toMatchObject({ ok: false, details: { reason: 'clock_skew', serverSeconds } });
    }
  });

  it('that nobody knows gets the answer of a wrong signature', async () => {
    expect(await call(signed('gate-unknown', gate.secret))).toMatchObject(refusedFor('wrong_signature'));
    expect(await call({ [MACHINE_HEADERS.id]: 'not a machine id' })).toMatchObject(refusedFor('malformed'));
  });

  it('cannot be told from a known one by a clock or a form that is wrong', async () => {
    for (const machineId of [gate.machineId, 'gate-unknown']) {
      const away = await call(signed(machineId, gate.secret, MACHINE_CLOCK_TOLERANCE_S + 1));
      expect(away).toMatchObject({ ok: false, details: { reason: 'clock_skew' } });
      const unsigned = { ...signed(machineId, gate.secret), [MACHINE_HEADERS.signature]: 'none' };
      expect(await call(unsigned)).toMatchObject(refusedFor('malformed'));
    }
  });

  it('that was switched off is refused', async () => {
    const { machineId, secret } = await asMachine(test, 'gate', newId());
    await test.inTransaction(tx => tx.em.update(MachineCredential, { machineId }, { active: false }));
    expect(await call(signed(machineId, secret))).toMatchObject(refusedFor('wrong_signature'));
  });

  it('may sign with the old secret for a week after a rotation, and with the new one at once', async () => {
    const { machineId, secret } = await asMachine(test, 'gate', newId());
    const next = await test.inTransaction(tx => rotateMachineSecret(tx, machineId));
    expect(await call(signed(machineId, secret))).toMatchObject({ ok: true });
    expect(await call(signed(machineId, next))).toMatchObject({ ok: true });
    test.clock.advance(rotationOverlapSeconds);
    expect(await call(signed(machineId, secret))).toMatchObject(refusedFor('wrong_signature'));
    expect(await call(signed(machineId, next))).toMatchObject({ ok: true });
  });

  it('leaves no nonce of a request that it did not sign', async () => {
    const before = await test.inTransaction(tx => tx.em.count(MachineNonce));
    await call(signed(gate.machineId, 'not the secret'));
    expect(await test.inTransaction(tx => tx.em.count(MachineNonce))).toBe(before);
  });
});
