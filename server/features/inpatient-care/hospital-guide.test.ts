import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { commonRefusals } from '@contract/endpoint';
import { endpoints } from '@contract/index';
import { aHospital } from '@server/testing/builders/organizations';
import { aDonor, aPerson } from '@server/testing/builders/people';
import { asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { aDonation, inOneHousehold, simulatedRegisters } from '@server/testing/builders/waivers';
import { startTestApp, type TestApp } from '@server/testing/test-app';

const guide = readFileSync('docs/integration/hospital.md', 'utf8');
const forHospitals = endpoints.filter(({ who }) => who.includes('hospital') && !who.includes('anonymous'));

interface Example {
  method: 'GET' | 'POST';
  path: `/api/${string}`;
  input: unknown;
  answer: unknown;
}
const examples: Example[] = [
  ...guide.matchAll(/```http\n(GET|POST) (\S+)\n([\s\S]*?)```\n+```json\n([\s\S]*?)```/g),
].map(([, method, address = '', body = '', answer = '']) => {
  const [path = '', query = ''] = address.split('?');
  const input: unknown = method === 'GET' ? Object.fromEntries(new URLSearchParams(query)) : JSON.parse(body);
  return { method: method as Example['method'], path: path as Example['path'], input, answer: JSON.parse(answer) };
});

/** The guide writes … for what differs from call to call. */
const expected = (value: unknown): unknown => {
  if (value === '…') return expect.any(String) as unknown;
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, expected(inner)]));
};

let test: TestApp;
let his: TestMachine;
let close: () => Promise<void>;
beforeAll(async () => {
  const { register, platform, adapters } = await simulatedRegisters();
  test = await startTestApp({ adapters });
  close = async () => {
    await test.close();
    await platform.close();
  };
  const hospital = await aHospital(test);
  his = await asMachine(test, 'hospital', hospital.id);
  const donor = await aDonor(test, {
    name: '测试献血',
    sex: 'male',
    birthDate: '1990-05-05',
    docNumber: '330100199005059013',
  });
  await aDonation(test, donor, '2024-01-10');
  const mother = await aPerson(test, {
    name: '测试母亲',
    sex: 'female',
    birthDate: '1962-02-02',
    docNumber: '330100196202029004',
  });
  inOneHousehold(register, [donor, '户主'], [mother, '母亲']);
});
afterAll(() => close());

describe('the guide for hospitals', () => {
  it('has an example of every operation that a hospital may call', () => {
    const shown = new Set(examples.map(({ method, path }) => `${method} ${path}`));
    expect(forHospitals.map(({ method, path }) => `${method} ${path}`).filter(name => !shown.has(name))).toEqual([]);
  });

  it.each(examples.map((example, n) => [n + 1, `${example.method} ${example.path}`, example] as const))(
    'example %i, %s, is answered as it says',
    async (_n, _name, { method, path, input, answer }) => {
      const { status, body } = await test.send({ method, path }, input, {
        headers: { ...his.sign({ method, path }, input) },
      });
      expect([status, body]).toEqual([200, expect.objectContaining(expected(answer) as object)]);
    },
  );

  it('lists exactly the codes that a hospital may get', () => {
    const table = /## When the answer is no\n([\s\S]*?)\n## /.exec(guide)?.[1] ?? '';
    const listed = [...table.matchAll(/\| (\d{3}) +\| `([A-Z_]+)`/g)].map(([, , code]) => code);
    // Sessions and helpers are for people.
    const forPeople: readonly string[] = ['SESSION_EXPIRED', 'NOT_FOR_HELPERS'];
    const codes = [...commonRefusals, ...forHospitals.flatMap(({ refusals }) => refusals)];
    const mayCome = new Set(codes.filter(code => !forPeople.includes(code)));
    expect([...new Set(listed)].sort()).toEqual([...mayCome].sort());
    expect(listed).toHaveLength(mayCome.size);
  });

  it('shows the bytes of a request and of an answer that are signed, and their signatures', () => {
    const [request = '', answer = ''] = [...guide.matchAll(/\n\n((?: {4}\S+\n){5,6})\n/g)].map(([, lines = '']) =>
      lines
        .trim()
        .split(/\n {4}/)
        .join('\n'),
    );
    const secret = /secret `([^`]+)`/.exec(guide)?.[1] ?? '';
    const [asked = '', answered = ''] = [...guide.matchAll(/`(\{"(?:hospitalReference|code)[^`]+\})`/g)].map(
      found => found[1],
    );
    const [signedRequest, signedAnswer] = [...guide.matchAll(/(?:give|as) `([0-9a-f]{64})`/g)].map(found => found[1]);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
    expect([request.split('\n').at(-1), answer.split('\n').at(-1)]).toEqual([hash(asked), hash(answered)]);
    expect([hmac(request), hmac(answer)]).toEqual([signedRequest, signedAnswer]);
  });

  it('answers every request whose signature held with a signature, also a refusal', async () => {
    const input = { hospitalReference: 'HIS-0009' };
    const path = '/api/hospital/waivers/settlement';
    const headers = { ...his.sign({ method: 'GET', path }, input) };
    const reply = await fetch(`${test.baseUrl}${path}?hospitalReference=HIS-0009`, { headers });
    const body = await reply.text();
    const lines = [
      'ANSWER',
      his.machineId,
      headers['x-machine-nonce'],
      '404',
      createHash('sha256').update(body).digest('hex'),
    ];
    const right = createHmac('sha256', his.secret).update(lines.join('\n')).digest('hex');
    expect([reply.status, reply.headers.get('x-service-signature')]).toEqual([404, right]);
  });
});
