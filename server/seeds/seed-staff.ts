import { registerGate } from '@server/features/gates';
import { createStaff, hashPassword, type NewStaff } from '@server/features/identity';
import { findOrganizationByCode } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { personas } from './personas';

/** Platelets are given at the centre alone. Seeded by herself: a database that was filled before gets her as well. */
export async function seedCentreNurse(tx: Tx, passwords: ReadonlyMap<string, string>): Promise<void> {
  const organizationId = await idOf(tx, 'station', 'ZJ01');
  const { id: siteId } = await tx.em.findOneByOrFail(Site, { code: 'ZJ01-01' });
  const passwordHash = passwords.get('centre');
  if (!passwordHash) throw new Error('no persona signs in as centre');
  const member = { account: 'centre', displayName: '测试中心护士', role: 'nurse' } as const;
  await createStaff(tx, { ...member, organizationId, siteId, passwordHash });
}

/** The second pair of eyes, for a database that was filled before as well. */
export async function seedSecondReviewer(tx: Tx, passwords: ReadonlyMap<string, string>): Promise<void> {
  const organizationId = await idOf(tx, 'station', 'ZJ01');
  const passwordHash = passwords.get('reviewer2');
  if (!passwordHash) throw new Error('no persona signs in as reviewer2');
  const member = { account: 'reviewer2', displayName: '测试复核员', role: 'reviewer' } as const;
  await createStaff(tx, { ...member, organizationId, passwordHash });
}

/** Hashes by account: each takes 100 ms on purpose, so they are made before the transaction. */
export async function hashDemoPasswords(only?: string): Promise<ReadonlyMap<string, string>> {
  const staff = personas
    .flatMap(({ signIn }) => (signIn.via === 'staff' ? [signIn] : []))
    .filter(({ account }) => only === undefined || account === only);
  return new Map(
    await Promise.all(staff.map(async ({ account, password }) => [account, await hashPassword(password)] as const)),
  );
}

async function idOf(tx: Tx, kind: 'station' | 'hospital', code: string): Promise<string> {
  const organization = await findOrganizationByCode(tx, kind, code);
  if (!organization) throw new Error(`no ${kind} ${code}: reference data come first`);
  return organization.id;
}

/** The staff of the demonstration: at the station of Hangzhou, at a hospital, at the gate of a park. */
export async function seedStaff(tx: Tx, passwords: ReadonlyMap<string, string>): Promise<void> {
  const stationId = await idOf(tx, 'station', 'ZJ01');
  const site = await tx.em.findOneByOrFail(Site, { code: 'ZJ01-02' });
  const { gateId } = await registerGate(tx, {
    code: 'HZ-PARK-01',
    name: '西湖示范公园东门',
    city: '杭州市',
    kind: 'park',
    scopes: ['park'],
    groupCode: 'HZ-PARK',
    staffed: true,
  });
  const members: Omit<NewStaff, 'passwordHash'>[] = [
    { account: 'nurse', displayName: '测试护士', role: 'nurse', organizationId: stationId, siteId: site.id },
    {
      account: 'clerk',
      displayName: '测试结算员',
      role: 'clerk',
      organizationId: await idOf(tx, 'hospital', 'H3312'),
    },
    { account: 'gate', displayName: '西湖示范公园东门', role: 'gate', organizationId: gateId },
    { account: 'reviewer', displayName: '测试审核员', role: 'reviewer', organizationId: stationId },
    { account: 'operator', displayName: '测试运营员', role: 'operator', organizationId: stationId },
  ];
  for (const member of members) {
    const passwordHash = passwords.get(member.account);
    if (!passwordHash) throw new Error(`no persona signs in as ${member.account}`);
    await createStaff(tx, { ...member, passwordHash });
  }
}
