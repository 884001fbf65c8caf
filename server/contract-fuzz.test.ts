import fc from 'fast-check';
import { endpoints } from '@contract/index';
import type { AnyEndpoint, Role } from '@contract/endpoint';
import { actorsOfEveryRole, type Caller } from '@server/testing/every-role';
import { badInputs } from '@server/testing/input-samples';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let callers: Record<Role, Caller>;

beforeAll(async () => {
  test = await startTestApp();
  callers = await actorsOfEveryRole(test);
});
afterAll(() => test.close());

interface Refused {
  code: string;
  details: { fields?: { field: string; reason: string }[] };
}

const ask = async (endpoint: AnyEndpoint, raw: unknown) => {
  const role = endpoint.who.includes('anonymous') ? 'anonymous' : (endpoint.who[0] ?? 'anonymous');
  const text = endpoint.method === 'GET' ? '' : JSON.stringify(raw);
  const options = await callers[role].sign(endpoint, text, raw);
  const answer = await test.send(endpoint, endpoint.method === 'GET' ? raw : text, options);
  // Random input that happens to be right has ended the session, which the endpoints after this one need.
  if (endpoint.name === 'signOut') callers = await actorsOfEveryRole(test);
  return answer;
};

describe.each(endpoints.map(endpoint => [endpoint.name, endpoint] as const))('%s', (_name, endpoint) => {
  const bad = badInputs(endpoint);

  it('names each spoiled field in a refusal', async () => {
    for (const { what, field, body } of bad) {
      const answer = await ask(endpoint, body);
      const { code, details } = answer.body as Refused;
      expect({ what, status: answer.status, code }).toEqual({ what, status: 400, code: 'INVALID_INPUT' });
      const named = (details.fields ?? []).map(problem => problem.field);
      // A wrong discriminator leaves the rest unread, so its own name is the one to expect.
      expect({
        what,
        named: named.some(name => name === field || name.startsWith(`${field}.`) || field.startsWith(`${name}.`)),
      }).toEqual({ what, named: true });
    }
  });

  it('never breaks on random input', async () => {
    const anything =
      endpoint.method === 'GET'
        ? fc.dictionary(fc.string({ maxLength: 12 }), fc.string({ maxLength: 60 }))
        : fc.jsonValue({ maxDepth: 4 });
    await fc.assert(
      fc.asyncProperty(anything, async raw => {
        const { status, body } = await ask(endpoint, raw);
        expect(status).toBeLessThan(500);
        if (status !== 200)
          expect(body).toMatchObject({
            code: expect.stringMatching(/^[A-Z_]+$/) as string,
            requestId: expect.any(String) as string,
          });
      }),
      { numRuns: 25 },
    );
  });
});

describe('a body that is no JSON', () => {
  it.each(['{', '', 'null', '[]', '"text"', '{"a":'])('%j is refused with a code', async text => {
    const endpoint = endpoints.find(({ name }) => name === 'refreshSession');
    if (!endpoint) throw new Error('no refreshSession');
    expect(await test.send(endpoint, text)).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
  });
});
