import { createConnections } from './push-connections';

describe('open connections', () => {
  it('of one address are six hundred and no more, until one of them is closed', () => {
    const connections = createConnections(true);
    const taken = Array.from({ length: 601 }, () => connections.take('10.0.0.1'));
    expect([taken.filter(Boolean).length, taken.at(-1)]).toEqual([600, false]);
    expect(connections.take('10.0.0.2')).toBe(true);
    connections.leave('10.0.0.1');
    expect([connections.take('10.0.0.1'), connections.take('10.0.0.1')]).toEqual([true, false]);
  });

  it('of all addresses together are twenty thousand and no more', () => {
    const connections = createConnections(true);
    const taken = Array.from({ length: 20_001 }, (_, n) => connections.take(`10.0.${n % 100}.1`));
    expect([taken.filter(Boolean).length, taken.at(-1)]).toEqual([20_000, false]);
  });

  it('are not counted against a limit where the limits are off', () => {
    const connections = createConnections(false);
    expect(Array.from({ length: 700 }, () => connections.take('10.0.0.1')).every(Boolean)).toBe(true);
  });
});
