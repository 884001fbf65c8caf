import type { Input, Output } from '@contract/endpoint';
import type { applyForHonor as contract } from '@contract/honors';
import { honorCities } from '@rules/honor-certificate';
import { sizeProblem } from '@rules/honor-photo';
import { type TakenFile, takeUpload } from '@server/features/uploads';
import { personOf } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { findHonorRight } from './find-standing';
import { HonorApplication } from './honor-application.entity';
import { HonorCertificate } from './honor-certificate.entity';

type Command = Input<typeof contract>;

async function demandRight(tx: Tx, personId: string) {
  const right = await findHonorRight(tx, personId);
  if (!right.mayHold) throw new Refusal('NOT_ELIGIBLE', 'conflict', { count: right.count, needed: right.neededCount });
  return right;
}

/** The upload has looked at the bytes; what is left is whether the picture can be printed as one inch. */
function demandPhoto({ contentType, width, height }: TakenFile): HonorApplication['photoType'] {
  const isPicture = contentType === 'image/jpeg' || contentType === 'image/png';
  if (!isPicture || width === null || height === null) throw new Refusal('UPLOAD_GONE', 'conflict');
  const reason = sizeProblem({ width, height });
  if (reason) throw new Refusal('PHOTO_UNUSABLE', 'conflict', { reason });
  return contentType;
}

async function keepApplication(tx: Tx, { city, uploadId }: Command): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const right = await demandRight(tx, personId);
  if (await tx.em.existsBy(HonorApplication, { openKey: personId })) throw new Refusal('ALREADY_APPLIED', 'conflict');
  const photo = await takeUpload(tx, uploadId, 'honor_photo');
  const row: HonorApplication = {
    id: newId(),
    personId,
    openKey: personId,
    kind: (await tx.em.existsBy(HonorCertificate, { activeKey: personId })) ? 'reissue' : 'new',
    state: 'waiting',
    city,
    photoKey: photo.key,
    photoType: demandPhoto(photo),
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

/** The photo lies in the store, sealed, before the application; with a refusal it is left to be swept. */
export async function applyForHonor(request: RequestScope, command: Command): Promise<Output<typeof contract>> {
  if (!honorCities.includes(command.city)) throw new Refusal('CITY_UNKNOWN', 'conflict');
  try {
    return await request.transaction(tx => keepApplication(tx, command));
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('ALREADY_APPLIED', 'conflict');
    throw error;
  }
}
