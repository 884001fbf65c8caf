import { In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { getVisit as contract } from '@contract/visits';
import { maskName } from '@rules/identifiers';
import { StaffMember } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { findVitals } from './find-vitals';
import { getVisitHere } from './find-visits';
import type { Reaction } from './note-reaction';
import { staffVisitNow } from './staff-view';
import { VisitDraw } from './visit-draw.entity';
import { VisitEvent } from './visit-event.entity';
import type { Place } from './visit-moves';
import { VisitReaction } from './visit-reaction.entity';

const placeIn = (text: string): Place => JSON.parse(text) as Place;

/** Everything that the desks of a site know of one visit. */
export async function findOneVisit(tx: Tx, { visitId }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const visit = await getVisitHere(tx, visitId);
  tx.subject(visit.personId);
  const vitals = (await findVitals(tx, [visit])).get(visitId);
  const draw = await tx.em.findOneBy(VisitDraw, { visitId });
  const reactions = await tx.em.find(VisitReaction, { where: { visitId }, order: { at: 'ASC' } });
  const events = await tx.em.find(VisitEvent, { where: { visitId }, order: { seq: 'ASC' } });
  const ids = [vitals?.takenBy, draw?.drawnBy, ...events.map(({ byId }) => byId)].filter(id => id !== undefined);
  const staff = await tx.em.findBy(StaffMember, { id: In(ids) });
  const nameOf = (id: string) => {
    const member = staff.find(one => one.id === id);
    return member ? maskName(tx.app.crypto.open('identity', member.displayNameSealed)) : '系统';
  };
  return {
    visit: await staffVisitNow(tx, visit),
    vitals: vitals
      ? { ...vitals.given, takenAt: vitals.takenAt, takenBy: nameOf(vitals.takenBy), findings: [...vitals.findings] }
      : null,
    draw: draw && {
      donationNumber: draw.donationNumber,
      startedAt: draw.startedAt,
      stoppedAt: draw.stoppedAt,
      drawnBy: nameOf(draw.drawnBy),
    },
    reactions: reactions.map(({ at, sealed }) => ({
      ...(JSON.parse(tx.app.crypto.open('health', sealed)) as Reaction),
      at,
    })),
    events: events.map(({ at, move, byId, before, after }) => {
      const { stage, state, desk } = placeIn(after);
      return { at, move, by: nameOf(byId), from: before === null ? null : placeIn(before), to: { stage, state, desk } };
    }),
  };
}
