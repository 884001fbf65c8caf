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

export function draftOf(crypto: Crypto, row: IntakeRow, repeated: boolean): IntakeDraft {
  const docIndex = crypto.blindIndex(row.docType, row.docNumber);
  const content = [
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
  return { row, docIndex, rowHash: crypto.fingerprint('intake.row', content), repeated };
}
