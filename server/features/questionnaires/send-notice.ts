import { Donation } from '@server/features/donations';
import { getOrganization } from '@server/features/organizations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { UnitNotice } from './unit-notice.entity';

/** The payload names the notice alone: rows of the outbox tell nobody who asked for what. */
const tellStation = defineJob<{ noticeId: string }>('station.tell');

export const lastNotice = (tx: Tx, donationId: string): Promise<UnitNotice | null> =>
  tx.em.findOne(UnitNotice, { where: { donationId }, order: { ordinal: 'DESC' } });

type Words = { words: object; listed: boolean };

async function insertNotice(tx: Tx, donation: Donation, { words, listed }: Words): Promise<UnitNotice> {
  const before = await lastNotice(tx, donation.id);
  const row: UnitNotice = {
    id: newId(),
    donationId: donation.id,
    personId: donation.personId,
    stationId: donation.stationId,
    ordinal: (before?.ordinal ?? 0) + 1,
    donatedOn: donation.donatedOn,
    state: 'sending',
    wordsSealed: tx.app.crypto.seal('answers', JSON.stringify(words)),
    listedFor: listed ? donation.stationId : null,
    createdAt: tx.now,
    answeredAt: null,
  };
  await tx.em.insert(UnitNotice, { ...row });
  return row;
}

/** Writes the notice and its message to the station together. */
export async function sendNotice(tx: Tx, donation: Donation, words: Words): Promise<UnitNotice> {
  const row = await insertNotice(tx, donation, words).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    // Another phone of the donor took the number just now and has committed: this notice follows it.
    return insertNotice(tx, donation, words);
  });
  await enqueue(tx, tellStation, { noticeId: row.id });
  return row;
}

const system = { actor: systemActor, requestId: 'station.tell' };

const settle = (app: App, id: string, state: UnitNotice['state']): Promise<unknown> =>
  inTransaction(app, system, tx => tx.em.update(UnitNotice, { id, state: 'sending' }, { state, answeredAt: tx.now }));

async function tell(app: App, { noticeId }: { noticeId: string }): Promise<void> {
  const message = await inTransaction(app, system, async tx => {
    const notice = await tx.em.findOneByOrFail(UnitNotice, { id: noticeId });
    const donation = await tx.em.findOneByOrFail(Donation, { id: notice.donationId });
    const { code } = await getOrganization(tx, notice.stationId);
    return { noticeId, stationCode: code, din: donation.donationNumber, at: notice.createdAt };
  });
  await settle(app, noticeId, await app.adapters.stations.notifyFreeze(message));
}

/** Twelve tries over some hours; after the last the donor is told to call. */
export const startSendingNotices = (app: App): void =>
  app.jobs.handle(tellStation, tell, async (_, { noticeId }) => void (await settle(app, noticeId, 'failed')));
