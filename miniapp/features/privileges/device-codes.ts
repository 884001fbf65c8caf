import { type registerDeviceKey } from '@contract/privileges';
import { type Output } from '@contract/endpoint';
import { fromBase64url } from '@privilege-code/base64url';
import { createDeviceKey, publicPointOf, signWithDevice } from '@privilege-code/device-key';
import { signDeviceCode } from '@privilege-code/form-b';
import { DEVICE_LATE, DEVICE_SLOT } from '@privilege-code/life-times';
import { type Answer } from '@miniapp/platform/answer';
import { type KeptStores } from '@miniapp/platform/kept-stores';
import { type LiveCode } from './live-code';
import { stopWatch } from './stop-watch';

/** A key that this browser made and cannot read out, and the issuer's word that it may show codes for a day. */
interface Enrolment {
  readonly session: string;
  readonly turn: number;
  readonly pair: CryptoKeyPair;
  readonly credential: Uint8Array;
  /** Milliseconds, by the server's clock. */
  readonly until: number;
}

type Register = (point: { x: string; y: string }) => Promise<Answer<Output<typeof registerDeviceKey>>>;

export const deviceStores = ['phone'] as const;
const key = 'enrolment';
/** Renewed when half of its day is over, so that the phone can stay without a network for at least as long. */
const renewMs = 12 * 3_600_000;

export function openDeviceCodes(kept: KeptStores, subtle: SubtleCrypto) {
  const read = async (session: string): Promise<Enrolment | null> => {
    const stored = (await kept.read('phone', key)) as Enrolment | undefined;
    return stored?.session === session ? stored : null;
  };

  /** True when the phone can show codes of its own from now on. A key that can be read out is none that may sign. */
  async function enrol(session: string, turn: number, now: number, register: Register): Promise<boolean> {
    const held = await read(session);
    if (held?.turn === turn && held.until - now > renewMs) return true;
    const pair = await createDeviceKey(subtle);
    if (await canBeReadOut(subtle, pair)) return false;
    const answer = await register(await publicPointOf(subtle, pair));
    if (!answer.ok) return held?.turn === turn && held.until > now;
    const { credential, deviceTurn, expiresAt } = answer.value;
    const until = Date.parse(expiresAt);
    const enrolment: Enrolment = { session, turn: deviceTurn, pair, credential: fromBase64url(credential), until };
    await kept.write('phone', key, enrolment);
    return true;
  }

  /** Signed for this slot of 15 seconds; the same slot gives the same code. `now` is the server's. */
  async function draw(session: string, now: number): Promise<LiveCode | null> {
    const held = await read(session);
    if (!held || now >= held.until) return null;
    const age = stopWatch();
    const data = await signDeviceCode(held.credential, Math.floor(now / 1000), signWithDevice(subtle, held.pair));
    const slot = Math.floor(now / 1000 / DEVICE_SLOT) * DEVICE_SLOT * 1000;
    return {
      segments: [{ mode: 'alphanumeric', data }],
      redrawAt: slot + DEVICE_SLOT * 1000 - now,
      endsAt: slot + DEVICE_LATE * 1000 - now,
      ...{ age, serverNow: () => now + age(), keptUntil: held.until },
    };
  }

  return { enrol, draw, forget: () => kept.remove('phone', [key]) };
}

export type DeviceCodes = ReturnType<typeof openDeviceCodes>;

const canBeReadOut = (subtle: SubtleCrypto, { privateKey }: CryptoKeyPair): Promise<boolean> =>
  subtle.exportKey('pkcs8', privateKey).then(
    () => true,
    () => false,
  );
