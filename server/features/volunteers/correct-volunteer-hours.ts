import type { Input } from '@contract/endpoint';
import type { correctVolunteerHours as contract } from '@contract/volunteers';
import { newId } from '@server/platform/ids';
import { notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { VolunteerCorrection } from './volunteer-correction.entity';
import { ServedEvent } from './served-event.entity';

/** Changes day and length, if nobody else did since, and writes down what stood there. Only the station that recorded it, or an operator. */
export async function correctVolunteerHours(tx: Tx, command: Input<typeof contract>): Promise<{ done: true }> {
  const service = await tx.em.findOneBy(ServedEvent, { id: command.serviceId });
  if (!service) throw notFound();
  tx.subject(service.personId);
  const { actor } = tx;
  if (actor.role !== 'operator' && service.stationId !== actor.organizationId)
    throw new Refusal('NOT_YOURS', 'conflict');
  if (command.on > tx.today) throw new Refusal('DAY_NOT_YET', 'conflict');
  const changed = await tx.em
    .createQueryBuilder()
    .update(ServedEvent)
    .set({ servedOn: command.on, minutes: command.minutes, version: command.version + 1 })
    .where('id = :id AND version = :version', { id: service.id, version: command.version })
    .execute();
  if (changed.affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
  await tx.em.insert(VolunteerCorrection, {
    id: newId(),
    serviceId: service.id,
    fromMinutes: service.minutes,
    toMinutes: command.minutes,
    fromDay: service.servedOn,
    toDay: command.on,
    reasonSealed: tx.app.crypto.seal('identity', command.reason),
    correctedBy: actor.staffId ?? actor.accountId ?? '',
    createdAt: tx.now,
  });
  return { done: true };
}
