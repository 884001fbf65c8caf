import { addDays, chinaInstant, toChinaDate } from '@rules/calendar';
import { testIdCard } from '@rules/identifiers';
import { ensureDonor } from '@server/features/donors';
import { Account, ensurePerson, openSession } from '@server/features/identity';
import { Organization } from '@server/features/organizations';
import { Site, Slot } from '@server/features/sites';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';

export interface CrowdMember {
  readonly personId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly token: string;
}

/** People with sessions, and times in ten days for each part of the measurement. */
export interface Crowd {
  readonly siteId: string;
  readonly stationId: string;
  readonly people: readonly CrowdMember[];
  readonly recorded: readonly Slot[];
  readonly warm: readonly Slot[];
  /** Fifty times that share everybody. */
  readonly spread: readonly Slot[];
  readonly spreadLimit: readonly Slot[];
  /** One time with a place for everybody. */
  readonly hot: readonly Slot[];
  readonly hotLimit: readonly Slot[];
  /** One time with one place. */
  readonly last: readonly Slot[];
}

const perTransaction = 50;
const spreadOver = 50;

/** One of nobody: no region code ends in 00, and the serials from 900 are not given out. */
const docNumberOf = (n: number): string =>
  testIdCard(`33${String(1 + (n % 99)).padStart(2, '0')}00`, addDays('1980-01-01', Math.floor(n / 99)), '901');

async function addMember(tx: Tx, n: number): Promise<CrowdMember> {
  const [sex, birthDate] = ['male', addDays('1980-01-01', Math.floor(n / 99))] as const;
  const document = { docType: 'id_card', docNumber: docNumberOf(n) } as const;
  const { id: personId } = await ensurePerson(tx, { ...document, name: '测试甲', sex, birthDate });
  await ensureDonor(tx, personId, { abo: 'A', rhd: 'positive' });
  const accountId = newId();
  await tx.em.insert(Account, {
    ...{ id: accountId, host: 'wechat', personId, boundAt: tx.now, createdAt: tx.now },
    hostUserIndex: tx.app.crypto.fingerprint('wechat', accountId),
    hostUserSealed: tx.app.crypto.seal('identity', accountId),
  });
  const { accessToken, refreshToken } = await openSession(tx, { ownerId: accountId, role: 'citizen', personId });
  const [sessionId = ''] = refreshToken.split('.');
  return { personId, accountId, sessionId, token: accessToken };
}

async function addSite(tx: Tx): Promise<Site> {
  const stationId = newId();
  await tx.em.insert(Organization, {
    ...{ id: stationId, code: 'bench', kind: 'station', name: '测试血液中心', city: '杭州市', facilityCode: 'Z9T01' },
    ...{ active: true, createdAt: tx.now },
  });
  const site: Site = {
    ...{
      id: newId(),
      code: 'bench',
      stationId,
      name: '测试献血屋',
      kind: 'house',
      city: '杭州市',
      address: '测试路1号',
    },
    ...{ latitudeE6: 30_250_000, longitudeE6: 120_165_000, phone: '0571-00000000', chairs: 4, bring: '身份证' },
    ...{ types: '["whole_blood"]', openingHours: '[]', active: true, createdAt: tx.now },
  };
  await tx.em.insert(Site, { ...site });
  return site;
}

export async function aCrowd(app: App, size: number): Promise<Crowd> {
  const inOne = <T>(work: (tx: Tx) => Promise<T>) =>
    inTransaction(app, { actor: systemActor, requestId: 'bench' }, work);
  const site = await inOne(addSite);
  const people: CrowdMember[] = [];
  for (let from = 0; from < size; from += perTransaction)
    await inOne(async tx => {
      for (let n = from; n < Math.min(size, from + perTransaction); n++) people.push(await addMember(tx, n));
    });
  let minute = 0;
  const times = (count: number, capacity: number) =>
    inOne(async tx => {
      const onDate = addDays(toChinaDate(tx.now), 10);
      const slots = Array.from({ length: count }, () => {
        const startsAt = new Date(Date.parse(chinaInstant(onDate, '09:00')) + minute++ * 60_000).toISOString();
        return {
          ...{ id: newId(), siteId: site.id, type: 'whole_blood' as const, onDate, startsAt, capacity, booked: 0 },
          ...{
            endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString(),
            state: 'open' as const,
            sessionId: null,
          },
          ...{ reserved: 0, reservedFor: '', releaseAt: null, neededBooked: 0, groupHeld: 0 },
          ...{ walkInCapacity: 0, walkInTaken: 0 },
        } satisfies Slot;
      });
      await tx.em.insert(Slot, slots);
      return slots;
    });
  return {
    ...{ siteId: site.id, stationId: site.stationId, people },
    recorded: await times(1, 1),
    warm: await times(spreadOver, size),
    spread: await times(spreadOver, size),
    spreadLimit: await times(spreadOver, size),
    hot: await times(1, size),
    hotLimit: await times(1, size),
    last: await times(1, 1),
  };
}
