import type { Input, Output } from '@contract/endpoint';
import type { applyForHonor as contract } from '@contract/honors';
import { honorCities } from '@rules/honor-certificate';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { checkPhoto, type Picture } from './check-photo';
import { findHonorRight } from './find-standing';
import { HonorApplication } from './honor-application.entity';
import { HonorCertificate } from './honor-certificate.entity';

type Command = Input<typeof contract>;

async function demandRight(tx: Tx, personId: string) {
  const right = await findHonorRight(tx, personId);
  if (!right.mayHold) throw new Refusal('NOT_ELIGIBLE', 'conflict', { count: right.count, needed: right.neededCount });
  return right;
}

async function keepApplication(tx: Tx, { city }: Command, photo: { key: string; type: Picture['contentType'] }) {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const right = await demandRight(tx, personId);
  if (await tx.em.existsBy(HonorApplication, { openKey: personId })) throw new Refusal('ALREADY_APPLIED', 'conflict');
  const row: HonorApplication = {
    id: newId(),
    personId,
    openKey: personId,
    kind: (await tx.em.existsBy(HonorCertificate, { activeKey: personId })) ? 'reissue' : 'new',
    state: 'waiting',
    city,
    photoKey: photo.key,
    photoType: photo.type,
    awardCount: right.count,
    edition: right.edition,
    reasonSealed: null,
    decidedBy: null,
    decidedAt: null,
    createdAt: tx.now,
    version: 0,
  };
  await tx.em.insert(HonorApplication, row);
  return { applicationId: row.id };
}

const storePhoto = async (app: App, { bytes }: Picture): Promise<string> => {
  const key = `honor-photos/${newId()}.sealed`;
  const sealed = app.crypto.sealBytes('identity', bytes);
  await app.adapters.objectStorage.put({ key, bytes: sealed, contentType: 'application/octet-stream' });
  return key;
};

/** Looks first, then stores the photo outside any transaction, then writes the row; what nobody names is deleted again. */
export async function applyForHonor(request: RequestScope, command: Command): Promise<Output<typeof contract>> {
  if (!honorCities.includes(command.city)) throw new Refusal('CITY_UNKNOWN', 'conflict');
  const picture = checkPhoto(command.photo);
  if (typeof picture === 'string') throw new Refusal('PHOTO_UNUSABLE', 'conflict', { reason: picture });
  await request.read(tx => demandRight(tx, personOf(tx.actor)));
  const key = await storePhoto(request.app, picture);
  // False for a repeated request, which gets the answer of the first: that one has stored the photo.
  let isKept = false;
  try {
    return await request.transaction(async tx => {
      const kept = await keepApplication(tx, command, { key, type: picture.contentType });
      isKept = true;
      return kept;
    });
  } catch (error) {
    isKept = false;
    if (isUniqueViolation(error)) throw new Refusal('ALREADY_APPLIED', 'conflict');
    throw error;
  } finally {
    if (!isKept) await request.app.adapters.objectStorage.remove(key);
  }
}
