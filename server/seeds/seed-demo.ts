import { daysBetween } from '@rules/calendar';
import { StaffMember } from '@server/features/identity';
import { bookingWindow, openSlots, Site } from '@server/features/sites';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { inTransaction, type Tx } from '@server/platform/tx';
import { histories } from './demo-histories';
import { allowMessages, fillRegisters } from './demo-registers';
import { ensureReferenceData } from './reference-data';
import { seedClaims } from './seed-claims';
import { seedDeferral, seedHistory, seedPeople } from './seed-people';
import { seedCases, seedResults } from './seed-results';
import { seedPlaces } from './seed-places';
import { seedSessions } from './seed-sessions';
import { hashDemoPasswords, seedCentreNurse, seedSecondReviewer, seedStaff } from './seed-staff';

const origin = { actor: systemActor, requestId: 'seed' };

const hasStaff = (app: App, account: string): Promise<boolean> =>
  app.db.read(em => em.existsBy(StaffMember, { account }));
/** Written last: where it stands, everything before it does too. */
const isFilled = (app: App): Promise<boolean> => hasStaff(app, 'operator');

/** Staff that came later than the rest: each is added to a database that was filled without them. */
async function addLaterStaff(app: App): Promise<void> {
  const later = { centre: seedCentreNurse, reviewer2: seedSecondReviewer };
  for (const [account, seed] of Object.entries(later)) {
    if (await hasStaff(app, account)) continue;
    const passwords = await hashDemoPasswords(account);
    await inTransaction(app, origin, tx => seed(tx, passwords));
  }
}

async function fill(app: App): Promise<void> {
  const group = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(app, origin, work);
  await group(ensureReferenceData);
  const sites = await app.db.read(em => em.find(Site, { select: { id: true } }));
  // As far as donors can book: what has no times yet would read as full.
  const openDays = daysBetween(app.clock.today(), bookingWindow(app.clock.now()).lastDay) + 1;
  for (const { id } of sites) await group(tx => openSlots(tx, id, tx.today, openDays));
  await group(seedSessions);
  await group(seedPeople);
  for (const history of histories) await group(tx => seedHistory(tx, history));
  await group(seedDeferral);
  await group(seedResults);
  const passwords = await hashDemoPasswords();
  await group(async tx => {
    await seedClaims(tx);
    await seedCases(tx);
    await seedStaff(tx, passwords);
  });
}

/**
 * Fills a database with the demonstration people unless they are there. Each group leaves alone what it finds, so a start
 * that was cut short goes on at the next one. Only with the simulators: nobody can sign in as a demonstration person without.
 */
export async function seedDemo(app: App): Promise<void> {
  const { simulators } = app.adapters;
  if (!app.config.simulators || !simulators) return;
  if (!(await isFilled(app))) await fill(app);
  await addLaterStaff(app);
  await inTransaction(app, origin, seedPlaces);
  fillRegisters(simulators, app.clock.today());
  allowMessages(simulators, app.config.hostTemplates);
}
