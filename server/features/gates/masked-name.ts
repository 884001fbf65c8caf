import { maskName } from '@rules/identifiers';
import { getPerson, openName } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import type { Gate } from './gate.entity';
import type { GateScan } from './gate-scan.entity';

/** What staff compare with the person in front of them; a gate without staff, and a refusal, learn nothing. */
export async function maskedNameFor(tx: Tx, gate: Gate, scan: GateScan): Promise<string | null> {
  if (!gate.staffed || scan.result === 'red' || !scan.personId) return null;
  return maskName(openName(tx, await getPerson(tx, scan.personId)));
}
