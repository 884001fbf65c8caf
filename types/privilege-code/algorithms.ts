/** A suite belongs to a key record, never to a header. */
export type Suite = 'ES256' | 'SM2';
export type Curve = 'P-256' | 'sm2p256v1';

interface SuiteFacts {
  curve: Curve;
  /** The number that we write. */
  header: number;
  /** Numbers that a code may carry for a key of this suite. */
  accepted: readonly number[];
}

/**
 * ES256 is -7; -9 is ESP256 of RFC 9864: the same signature under a number that also fixes the curve.
 * No COSE number for SM2 is registered (-48 of an expired draft belongs to another algorithm now), so it has one from the
 * range for private use. SM2 signs with the user id 1234567812345678 of GB/T 32918.
 */
export const SUITES: Readonly<Record<Suite, SuiteFacts>> = {
  ES256: { curve: 'P-256', header: -7, accepted: [-7, -9] },
  SM2: { curve: 'sm2p256v1', header: -65_537, accepted: [-65_537] },
};
