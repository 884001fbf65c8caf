import { createHash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { KeyRing } from '@server/features/privileges';
import type { GateScan } from './gate-scan.entity';

const RECEIPT_SECONDS = 60;

type Receipted = Pick<GateScan, 'requestId' | 'replayKey' | 'result' | 'reason' | 'at'>;

/** Proof for one gate and one request: an "allow" that was made up, edited or taken from elsewhere does not verify. */
export function signReceipt(ring: KeyRing, gateCode: string, scan: Receipted): string {
  const { kid, privateKey } = ring.signer('receipt');
  if (!privateKey) throw new Error('receipts are of ES256');
  const iat = Math.floor(Date.parse(scan.at) / 1000);
  const rkh = createHash('sha256').update(Buffer.from(scan.replayKey, 'hex')).digest('base64url');
  return jwt.sign(
    { iat, exp: iat + RECEIPT_SECONDS, rid: scan.requestId, rkh, res: scan.result, rsn: scan.reason },
    privateKey,
    { algorithm: 'ES256', keyid: kid, audience: gateCode },
  );
}
