import { randomBytes } from 'node:crypto';
import { IsNull } from 'typeorm';
import type { openAssist } from '@contract/assist';
import type { Output } from '@contract/endpoint';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { accessTokenSeconds, sessionKey, signAccessToken } from '@server/platform/session/access-token';
import type { Tx } from '@server/platform/tx';
import { Assistance } from './assistance.entity';
import { personView } from './find-people';
import { refreshHashOf } from './open-session';
import type { Person } from './person.entity';
import { Session } from './session.entity';

type Opening = Pick<Assistance, 'kind' | 'helperId' | 'organizationId' | 'delegationId' | 'agreed'>;

/** A helper acts for one donor at a time: opening the next ends the one before, also after a crash of the screen. */
export async function endOpenAssistance(tx: Tx, which: { openKey: string } | { id: string }): Promise<void> {
  const open = await tx.em.findOneBy(Assistance, { ...which, endedAt: IsNull() });
  if (!open) return;
  await tx.em.update(Assistance, { id: open.id, endedAt: IsNull() }, { endedAt: tx.now, openKey: null });
  await tx.em.update(Session, { assistanceId: open.id, revokedAt: IsNull() }, { revokedAt: tx.now });
}

/** Fifteen minutes in the donor's name. The refresh token is thrown away: nobody can make it longer. */
export async function openAssistance(tx: Tx, person: Person, opening: Opening): Promise<Output<typeof openAssist>> {
  const { sessionId: parentSessionId } = tx.actor;
  if (!parentSessionId) throw new Error('only somebody with a session can act for another');
  const openKey = opening.helperId;
  await endOpenAssistance(tx, { openKey });
  const expiresAt = plusSeconds(tx.now, accessTokenSeconds);
  const id = newId();
  await tx.em.insert(Assistance, {
    id,
    ...opening,
    personId: person.id,
    parentSessionId,
    openKey,
    openedAt: tx.now,
    expiresAt,
    endedAt: null,
  });
  const sessionId = newId();
  await tx.em.insert(Session, {
    id: sessionId,
    ownerId: opening.helperId,
    role: 'citizen',
    personId: person.id,
    organizationId: null,
    siteId: null,
    refreshHash: refreshHashOf(tx, randomBytes(32).toString('base64url')),
    previousRefreshHash: null,
    generation: 1,
    expiresAt,
    revokedAt: null,
    assistanceId: id,
    createdAt: tx.now,
  });
  const key = sessionKey(tx.app.config.sessionSecret);
  const { maskedName, maskedDocument } = personView(tx, person);
  return {
    accessToken: signAccessToken(key, { sessionId, role: 'citizen' }, Date.parse(tx.now)),
    accessExpiresAt: expiresAt,
    lifeSeconds: accessTokenSeconds,
    person: { maskedName, maskedDocument },
  };
}
