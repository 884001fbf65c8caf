import type { AnyEndpoint } from '@contract/endpoint';
import { endpoints } from '@contract/index';
import { declaredOperations, helpGrant, onBehalf } from '@contract/on-behalf';
import { asHelpedByRelative, asHelpedByStaff } from '@server/testing/builders/assistance';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let byStaff: string;
let byRelative: string;
let byTrusted: string;

const everyGrant = Object.values(helpGrant.def.entries);

beforeAll(async () => {
  test = await startTestApp();
  byStaff = (await asHelpedByStaff(test)).token;
  byRelative = (await asHelpedByRelative(test)).token;
  byTrusted = (await asHelpedByRelative(test, undefined, [...everyGrant])).token;
});
afterAll(() => test.close());

/** Sessions of the caller, and what a donor without a phone does by other means or never needs. */
const withoutCounter = [
  ...['signIn', 'signInStaff', 'refreshSession', 'issuePersonaCode', 'readDemoCode'],
  ...['acceptDelegation', 'openDelegated'],
  // By telephone, so that nobody at the counter hears it.
  ...['getExclusion', 'excludeMyDonation'],
];

const isDonors = ({ who }: AnyEndpoint) => who.includes('citizen') || who.includes('visitor');
const donors = endpoints.filter(isDonors).map(endpoint => [endpoint.name, endpoint] as const);
const named = new Map(endpoints.map(endpoint => [endpoint.name, endpoint]));
const nurseMay = (name: string) => {
  const endpoint = named.get(name);
  return endpoint !== undefined && (endpoint.who.includes('nurse') || onBehalf(endpoint)?.byStaff === 'yes');
};

/** Who may is decided before the input is read, so bad input tells and changes nothing. */
async function ask(endpoint: AnyEndpoint, as: string): Promise<string> {
  const bad = { surprise: 'x' };
  const { status, body } = await test.send(endpoint, endpoint.method === 'GET' ? bad : JSON.stringify(bad), { as });
  expect(status).toBeLessThan(500);
  const { code } = body as { code?: string };
  return code === 'NOT_FOR_HELPERS' || code === 'NOT_ALLOWED' || code === 'NOT_SIGNED_IN' ? code : 'admitted';
}

/** An operation of visitors alone is no citizen's, whoever helps. */
const refused = ({ who }: AnyEndpoint) => (who.includes('citizen') ? 'NOT_FOR_HELPERS' : 'NOT_ALLOWED');

describe('the table of what can be done for a donor', () => {
  it('has a line for every operation of a donor; these have none', () => {
    expect(donors.filter(([, endpoint]) => !onBehalf(endpoint)).map(([name]) => name)).toEqual([]);
  });

  it('has no line for what is no operation of a donor', () => {
    expect(declaredOperations.filter(name => !donors.some(([donor]) => donor === name))).toEqual([]);
  });
});

describe.each(donors)('%s', (name, endpoint) => {
  it('is open to counter staff who act for a donor, or says why not and what they do instead', async () => {
    const line = onBehalf(endpoint);
    expect(line).toBeDefined();
    if (!line) return;
    expect(await ask(endpoint, byStaff)).toBe(line.byStaff === 'yes' ? 'admitted' : refused(endpoint));
    if (line.byStaff === 'yes') return;
    expect(line.byStaff.no.length).toBeGreaterThan(10);
    if (line.byStaff.counter !== undefined) {
      const { counter } = line.byStaff;
      expect({ counter, nurseMay: nurseMay(counter) }).toEqual({ counter, nurseMay: true });
    } else expect(withoutCounter).toContain(name);
  });

  it('is open to relatives with the grant it needs, and to no other', async () => {
    const line = onBehalf(endpoint);
    if (!line) return;
    const { byRelative: rule } = line;
    const plain = rule === 'yes' ? 'admitted' : refused(endpoint);
    expect(await ask(endpoint, byRelative)).toBe(plain);
    expect(await ask(endpoint, byTrusted)).toBe(rule !== 'yes' && 'grant' in rule ? 'admitted' : plain);
    if (rule !== 'yes' && 'no' in rule) expect(rule.no.length).toBeGreaterThan(10);
  });
});

describe('what nobody has thought about', () => {
  it('is closed to helpers', () => {
    const unknown: AnyEndpoint = { ...endpoints[0], name: 'brandNew', method: 'POST', who: ['citizen'] } as AnyEndpoint;
    expect(onBehalf(unknown)).toBeUndefined();
  });
});
