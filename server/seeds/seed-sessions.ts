import { addDays } from '@rules/calendar';
import { changeSession, listSessions, planSession, setNeed, Site } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';

/** Where the vehicle of Hangzhou stands, in turns; GCJ-02. */
const stops = [
  { address: '杭州市西湖区示范大学东门', latitude: 30.3081, longitude: 120.0862 },
  { address: '杭州市余杭区示范科技园 3 号楼前', latitude: 30.2779, longitude: 120.0257 },
  { address: '杭州市拱墅区示范运河广场', latitude: 30.3193, longitude: 120.1415 },
];
const days = 14;

async function parkVehicle(tx: Tx): Promise<void> {
  const { id: siteId } = await tx.em.findOneByOrFail(Site, { code: 'ZJ01-03' });
  const from = addDays(tx.today, 1);
  const { sessions } = await listSessions(tx, { siteId, from, days });
  const open = sessions.filter(({ state, plan }) => state === 'published' && plan.place === null);
  for (const [n, { id: sessionId, version, plan }] of open.entries())
    await changeSession(tx, { sessionId, version, plan: { ...plan, place: stops[n % stops.length] ?? null } });
  if (sessions.every(({ state }) => state !== 'draft')) await planSession(tx, { siteId, on: addDays(from, 5) });
}

/** The donation house keeps one chair for people who walk in. */
async function keepWalkIns(tx: Tx): Promise<void> {
  const { id: siteId } = await tx.em.findOneByOrFail(Site, { code: 'ZJ01-02' });
  const { sessions } = await listSessions(tx, { siteId, from: addDays(tx.today, 1), days });
  for (const { id: sessionId, version, state, plan } of sessions)
    if (state === 'published' && plan.wholeBlood.walkIns === 0)
      await changeSession(tx, {
        sessionId,
        version,
        plan: { ...plan, wholeBlood: { ...plan.wholeBlood, walkIns: 1 } },
      });
}

/** What staff of the demonstration have planned: the vehicle's places, walk-in places, the blood groups in need. */
export async function seedSessions(tx: Tx): Promise<void> {
  await parkVehicle(tx);
  await keepWalkIns(tx);
  const { stationId } = await tx.em.findOneByOrFail(Site, { code: 'ZJ01-01' });
  const atStation: Tx = { ...tx, actor: { role: 'nurse', organizationId: stationId } };
  await setNeed(atStation, { abo: 'O', rhd: 'negative', level: 'urgent' });
  await setNeed(atStation, { abo: 'A', rhd: 'positive', level: 'wanted' });
  await setNeed(atStation, { abo: 'B', rhd: 'positive', level: 'welcome' });
}
