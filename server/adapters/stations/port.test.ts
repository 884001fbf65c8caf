import { LiveStations } from './live';
import { type StationSimulator, simulateStation } from './simulator';

const NOW = Date.parse('2026-11-01T02:00:00.000Z');
const SECRET = 'test-station-secret';
const notice = { noticeId: 'n-1', stationCode: '3301', din: 'A999914123456', at: '2026-11-01T02:00:00.000Z' };

let simulator: StationSimulator;
let count = 0;
const client = (over: { secret?: string; clock?: () => number; nonce?: () => string } = {}) =>
  new LiveStations({
    stations: new Map([['3301', { baseUrl: `${simulator.baseUrl}/lis`, secret: over.secret ?? SECRET }]]),
    machineId: 'donor-service',
    clock: over.clock ?? (() => NOW),
    nonce: over.nonce ?? (() => `nonce-of-the-test-${(count += 1)}`),
  });

beforeEach(async () => {
  simulator = await simulateStation({ secret: SECRET, clock: () => NOW });
  simulator.units.set(notice.din, 'stored');
});
afterEach(() => simulator.close());

describe('freezing a unit at its station', () => {
  it('freezes a unit that is still stored', async () => {
    expect(await client().notifyFreeze(notice)).toBe('frozen');
    expect(simulator.units.get(notice.din)).toBe('frozen');
  });

  it('tells that a unit has left the station', async () => {
    simulator.units.set(notice.din, 'issued');
    expect(await client().notifyFreeze(notice)).toBe('already_issued');
  });

  it('tells that the station does not know the unit', async () => {
    expect(await client().notifyFreeze({ ...notice, din: 'W000005123456' })).toBe('unknown_unit');
  });

  it('has one effect however often the notice is repeated', async () => {
    const stations = client();
    expect([await stations.notifyFreeze(notice), await stations.notifyFreeze(notice)]).toEqual(['frozen', 'frozen']);
    expect(simulator.accepted).toBe(1);
  });

  it.each([
    ['the secret is wrong', () => client({ secret: 'wrong' }), 'signature'],
    ['our clock is 91 seconds slow', () => client({ clock: () => NOW - 91_000 }), 'signature'],
  ])('is refused when %s', async (_case, stations, reason) => {
    await expect(stations().notifyFreeze(notice)).rejects.toMatchObject({ reason });
    expect(simulator.accepted).toBe(0);
  });

  it('is refused when a nonce comes twice', async () => {
    const stations = client({ nonce: () => 'the-same-nonce-again' });
    await stations.notifyFreeze(notice);
    await expect(stations.notifyFreeze(notice)).rejects.toMatchObject({ reason: 'signature' });
  });

  it('is unavailable while the station is down', async () => {
    simulator.down = true;
    await expect(client().notifyFreeze(notice)).rejects.toMatchObject({ reason: 'network' });
  });

  it('is refused for a station that is not configured', async () => {
    await expect(client().notifyFreeze({ ...notice, stationCode: '9999' })).rejects.toMatchObject({
      reason: 'refused',
    });
  });
});
