import {
  MACHINE_CLOCK_TOLERANCE_S,
  MACHINE_HEADERS,
  claimedMachineId,
  signMachineRequest,
  verifyMachineRequest,
} from './machine-signature';

const SECRET = 'test-secret-of-station-3301';
const REQUEST = {
  method: 'POST',
  path: '/api/intake/donations?batch=7',
  machineId: 'station-3301',
  seconds: 1_700_000_000,
  nonce: 'AAAAAAAAAAAAAAAAAAAA01',
  body: '{"rows":[]}',
};
const received = (change: Partial<typeof REQUEST> = {}, headers: Record<string, string> = {}) => ({
  method: change.method ?? REQUEST.method,
  path: change.path ?? REQUEST.path,
  body: change.body ?? REQUEST.body,
  headers: { ...signMachineRequest(REQUEST, SECRET), ...headers },
});

describe('signature of a machine request', () => {
  it('is the documented HMAC over the six lines', () => {
    // Computed apart with openssl dgst -sha256 -hmac over the six lines.
    expect(signMachineRequest(REQUEST, SECRET)[MACHINE_HEADERS.signature]).toBe(
      'ccd04932173ec8fa89ccf290fc219fa652df37de181bf294689e706688bf4942',
    );
  });

  it('follows the vector in docs/integration/hospital.md', () => {
    const request = {
      method: 'POST',
      path: '/api/hospital/waivers/reverse',
      machineId: 'hospital-3301',
      seconds: 1_700_000_000,
      nonce: 'AAAAAAAAAAAAAAAAAAAA01',
      body: '{"hospitalReference":"HIS-0001","reason":"收费有误需重新结算"}',
    };
    const signature = signMachineRequest(request, 'test-secret-of-hospital-3301')[MACHINE_HEADERS.signature];
    expect(signature).toBe('69dd3666fe7acd167514ca1077904029bb51d159b704441186a62d4147526419');
  });

  it('accepts what was signed and names the machine and the nonce', () => {
    expect(verifyMachineRequest(received(), SECRET, REQUEST.seconds)).toEqual({
      ok: true,
      machineId: REQUEST.machineId,
      nonce: REQUEST.nonce,
    });
  });

  it('covers the bytes of the body, whether text or buffer', () => {
    const asBytes = { ...received(), body: Buffer.from(REQUEST.body) };
    expect(verifyMachineRequest(asBytes, SECRET, REQUEST.seconds).ok).toBe(true);
  });

  it.each([
    ['method', received({ method: 'GET' })],
    ['path', received({ path: '/api/intake/other?batch=7' })],
    ['query', received({ path: '/api/intake/donations?batch=8' })],
    ['body', received({ body: '{"rows":[1]}' })],
    ['machine id', received({}, { [MACHINE_HEADERS.id]: 'station-3302' })],
    ['time', received({}, { [MACHINE_HEADERS.time]: '1700000001' })],
    ['nonce', received({}, { [MACHINE_HEADERS.nonce]: 'AAAAAAAAAAAAAAAAAAAA02' })],
  ])('refuses a request whose %s was changed after signing', (_part, request) => {
    expect(verifyMachineRequest(request, SECRET, REQUEST.seconds)).toEqual({ ok: false, reason: 'WRONG_SIGNATURE' });
  });

  it('refuses another machine’s secret', () => {
    expect(verifyMachineRequest(received(), 'another', REQUEST.seconds)).toEqual({
      ok: false,
      reason: 'WRONG_SIGNATURE',
    });
  });

  it.each([
    [MACHINE_CLOCK_TOLERANCE_S, true],
    [-MACHINE_CLOCK_TOLERANCE_S, true],
    [MACHINE_CLOCK_TOLERANCE_S + 1, false],
    [-MACHINE_CLOCK_TOLERANCE_S - 1, false],
  ])('with our clock %d s ahead the request is accepted: %s', (ahead, ok) => {
    expect(verifyMachineRequest(received(), SECRET, REQUEST.seconds + ahead).ok).toBe(ok);
  });

  it.each([
    ['no machine id', { [MACHINE_HEADERS.id]: '' }],
    ['a time that is no number', { [MACHINE_HEADERS.time]: '17e8' }],
    ['a short nonce', { [MACHINE_HEADERS.nonce]: 'short' }],
    ['a signature that is no hex', { [MACHINE_HEADERS.signature]: 'z'.repeat(64) }],
    ['a truncated signature', { [MACHINE_HEADERS.signature]: 'a'.repeat(62) }],
  ])('calls a request with %s malformed instead of throwing', (_case, headers) => {
    expect(verifyMachineRequest(received({}, headers), SECRET, REQUEST.seconds)).toEqual({
      ok: false,
      reason: 'MALFORMED',
    });
  });

  it('reads the claimed machine id only when it is one well-formed header', () => {
    expect(claimedMachineId({ [MACHINE_HEADERS.id]: 'gate-1' })).toBe('gate-1');
    expect(claimedMachineId({ [MACHINE_HEADERS.id]: ['gate-1', 'gate-2'] })).toBeUndefined();
    expect(claimedMachineId({ [MACHINE_HEADERS.id]: 'a\nb' })).toBeUndefined();
  });
});
