import type { AnyEndpoint, Role } from '@contract/endpoint';
import { newId } from '@server/platform/ids';
import { aHospital, aStation, aSite } from './builders/organizations';
import { asCitizen, asMachine, asStaff, asVisitor } from './builders/sessions';
import type { TestApp } from './test-app';

export interface Caller {
  /** Credentials for one call; `text` is the body as sent, `query` the input of a GET. */
  sign(
    endpoint: Pick<AnyEndpoint, 'method' | 'path'>,
    text: string,
    query?: unknown,
  ): Promise<{ as?: string; headers?: Record<string, string> }>;
}

const withToken = (token: string): Caller => ({ sign: async () => ({ as: token }) });

const withMachine = (machine: Awaited<ReturnType<typeof asMachine>>): Caller => ({
  sign: async (endpoint, text, query) => ({
    headers: { ...machine.sign(endpoint, endpoint.method === 'GET' ? (query ?? {}) : text) },
  }),
});

/** One caller of each role, for tests that ask everything of everybody. */
export async function actorsOfEveryRole(test: TestApp): Promise<Record<Role, Caller>> {
  const station = await aStation(test);
  const site = await aSite(test, station);
  const hospital = await aHospital(test);
  const at = { organizationId: station.id, siteId: site.id };
  const staff = async (role: 'nurse' | 'clerk' | 'reviewer' | 'operator' | 'gate', where = at) =>
    withToken((await asStaff(test, role, where)).token);
  return {
    anonymous: { sign: async () => ({}) },
    visitor: withToken((await asVisitor(test)).token),
    citizen: withToken((await asCitizen(test)).token),
    nurse: await staff('nurse'),
    clerk: await staff('clerk', { ...at, organizationId: hospital.id }),
    reviewer: await staff('reviewer'),
    operator: await staff('operator'),
    gate: await staff('gate', { ...at, organizationId: newId() }),
    station: withMachine(await asMachine(test, 'station', station.id)),
    hospital: withMachine(await asMachine(test, 'hospital', hospital.id)),
  };
}
