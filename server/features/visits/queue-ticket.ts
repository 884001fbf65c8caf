import type { Instant } from '@rules/calendar';
import { personOf } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import type { Crypto } from '@server/platform/crypto/key-ring';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findVisitToday } from './find-visits';
import { endedStates } from './visit-moves';

/** Seconds in which the connection must be opened; it then lives as long as the visit. */
const lifetimeSeconds = 60;
const prefix = 'Q1.';

interface Ticket {
  readonly visitId: string;
  readonly siteId: string;
}

/** Sealed and stateless: any copy of the server takes it, and whoever reads it learns nothing. */
export const writeTicket = (crypto: Crypto, { visitId, siteId }: Ticket, expiresAt: Instant): string =>
  prefix + crypto.seal('secret', `queue ${visitId} ${siteId} ${expiresAt}`);

export function readTicket(crypto: Crypto, text: string, now: Instant): Ticket | undefined {
  if (!text.startsWith(prefix)) return undefined;
  try {
    const [purpose, visitId, siteId, expiresAt] = crypto.open('secret', text.slice(prefix.length)).split(' ');
    if (purpose !== 'queue' || !visitId || !siteId || expiresAt === undefined || now >= expiresAt) return undefined;
    return { visitId, siteId };
  } catch {
    // Whatever came, we did not write it.
    return undefined;
  }
}

export async function issueTicket(tx: Tx): Promise<{ ticket: string; expiresAt: Instant }> {
  const visit = await findVisitToday(tx, personOf(tx.actor));
  if (!visit || endedStates.includes(visit.state)) throw new Refusal('NO_VISIT', 'conflict');
  const expiresAt = plusSeconds(tx.now, lifetimeSeconds);
  return { ticket: writeTicket(tx.app.crypto, { visitId: visit.id, siteId: visit.siteId }, expiresAt), expiresAt };
}
