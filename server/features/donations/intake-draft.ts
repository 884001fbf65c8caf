import { hash } from 'node:crypto';
import type { Crypto } from '@server/platform/crypto/key-ring';
import type { IntakeRow } from './intake-row';

/** A row with what it is found by. Made before the transaction, while the database still works on the batch before. */
export interface IntakeDraft {
  readonly row: IntakeRow;
  readonly docIndex: string;
  /** Keyed, because a name and a number are in it: the same hash is the same row told again. */
  readonly rowHash: string;
  /** The file has named this donation before. */
  readonly repeated: boolean;
}

/** Makes drafts. One key is derived for all rows, because a keyed hash made anew for each costs four times a plain one. */
export function draftMaker(crypto: Crypto): (row: IntakeRow, repeated: boolean) => IntakeDraft {
  // 256 secret bits in front of the content: without them a hash of known facts would let names be tried out. Nothing is
  // signed by it, so that a longer text with the same beginning proves nothing.
  const secret = crypto.fingerprint('intake.row-key', '');
  return (row, repeated) => draftOf(secret, crypto.blindIndex(row.docType, row.docNumber), row, repeated);
}

function draftOf(secret: string, docIndex: string, row: IntakeRow, repeated: boolean): IntakeDraft {
  const content = [
    secret,
    docIndex,
    row.name,
    row.sex,
    row.birthDate,
    row.stationId,
    row.siteId,
    row.donationNumber,
    row.type,
    row.volumeMl,
    row.unitsTenths,
    row.donatedAt,
    row.abo,
    row.rhd,
  ].join('\n');
  return { row, docIndex, rowHash: hash('sha256', content, 'base64url'), repeated };
}
