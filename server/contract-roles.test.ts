import { endpoints } from '@contract/index';
import { roles, type Role } from '@contract/endpoint';
import { features } from '@server/features';
import { actorsOfEveryRole, type Caller } from '@server/testing/every-role';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let callers: Record<Role, Caller>;

beforeAll(async () => {
  test = await startTestApp();
  callers = await actorsOfEveryRole(test);
});
afterAll(() => test.close());

describe('every contract', () => {
  const served = features.flatMap(feature => feature.routes ?? []).map(route => route.endpoint.name);

  it.each(endpoints.map(endpoint => endpoint.name))('%s has exactly one route', name => {
    expect(served.filter(other => other === name)).toHaveLength(1);
  });
});

describe.each(endpoints.map(endpoint => [endpoint.name, endpoint] as const))('%s', (_name, endpoint) => {
  it.each(roles)('asked by %s', async role => {
    // Permission is decided before the input is read, so bad input tells whether the role may ask at all and changes nothing.
    const bad = { surprise: 'x' };
    const text = JSON.stringify(bad);
    const options = await callers[role].sign(endpoint, text, bad);
    const { status, body } = await test.send(endpoint, endpoint.method === 'GET' ? bad : text, options);
    const { code } = body as { code?: string };
    const expected = endpoint.who.includes(role) ? 'admitted' : role === 'anonymous' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED';
    expect(code === 'NOT_SIGNED_IN' || code === 'NOT_ALLOWED' ? code : 'admitted').toBe(expected);
    expect(status).toBeLessThan(500);
  });
});
