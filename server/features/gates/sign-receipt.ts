import { hash } from 'node:crypto';
import { signBeside } from '@server/platform/crypto/signature-thread';
import type { KeyRing } from '@server/features/privileges';
import type { GateScan } from './gate-scan.entity';

const RECEIPT_SECONDS = 60;

type Receipted = Pick<GateScan, 'requestId' | 'replayKey' | 'result' | 'reason' | 'at'>;

/** Proof for one gate and one request: an "allow" that was made up, edited or taken from elsewhere does not verify. */
export async function signReceipt(ring: KeyRing, gateCode: string, scan: Receipted): Promise<string> {
  const { kid, privateKey } = ring.signer('receipt');
  if (!privateKey) throw new Error('receipts are of ES256');
  const iat = Math.floor(Date.parse(scan.at) / 1000);
  const rkh = hash('sha256', Buffer.from(scan.replayKey, 'hex'), 'base64url');
  const told = { iat, exp: iat + RECEIPT_SECONDS, rid: scan.requestId, rkh, res: scan.result, rsn: scan.reason };
  const text = `${base64url({ alg: 'ES256', typ: 'JWT', kid })}.${base64url({ ...told, aud: gateCode })}`;
  const signature = await signBeside(privateKey, Buffer.from(text));
  return `${text}.${signature.toString('base64url')}`;
}

// By hand: jsonwebtoken takes as long again for what stands around the signature, and every scan has one.
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
