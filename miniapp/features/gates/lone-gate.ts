import { type Output } from '@contract/endpoint';
import { type getMyGate, type verifyAtGate } from '@contract/gates';
import { type getKeySet } from '@contract/privileges';
import { fromBase64url } from '@privilege-code/base64url';
import { decideAtGate, type GateDecision, REPLAY_KEEP } from '@privilege-code/decide-at-gate';
import { type KeySet, mayReplaceKeySet } from '@privilege-code/key-set';
import { LIVE_WINDOW, MIN_INTERVAL } from '@privilege-code/life-times';
import { provesAnswer, type ReceiptCheck } from '@privilege-code/receipt';
import { createIntervalGuard, createReplaySet } from '@privilege-code/replay-set';
import { listContains, mayReplaceList, type RevocationList } from '@privilege-code/revocation-list';
import { scopeByte } from '@privilege-code/scope';
import { readKeySet, readRevocationList, type RootKey } from '@privilege-code/signed-set';
import { type SignatureCheck } from '@privilege-code/verify';
import { type KeptStores } from '@miniapp/platform/kept-stores';

type MyGate = Output<typeof getMyGate>;
type ServerAnswer = Pick<Output<typeof verifyAtGate>, 'result' | 'receipt'> & { readonly reason: string };

/** What the gate knows when it decides alone. */
interface Facts {
  readonly gate: MyGate;
  readonly root: RootKey;
  readonly keySet: KeySet;
  readonly list: RevocationList;
  /** Milliseconds to add to the clock of the device. */
  readonly offset: number;
  /** By the clock of the service, in milliseconds: of the last pull, which also set the clock. */
  readonly pulledAt: number;
  /** By the clock of the device at that moment: if it shows less now, somebody set it back. */
  readonly pulledAtDevice: number;
}

/** What the server answers to a pull. */
export interface Pulled {
  readonly gate: MyGate;
  readonly serverTime: string;
  readonly keySet: Pick<Output<typeof getKeySet>, 'cose' | 'rootKey'>;
  readonly list: { readonly cose: string };
}

/** A use on its way to the server. */
export interface WaitingUse {
  readonly requestId: string;
  readonly code: string;
  readonly at: string;
}

export interface Clocks {
  /** Milliseconds of the device, which people can set. */
  readonly device: () => number;
  /** Seconds that only go on. */
  readonly monotonic: () => number;
}

export const gateStores = ['facts', 'seen', 'waiting'] as const;
const factsKey = 'facts';
const readyKey = 'ready';
/** Long after every code of that time has run out. */
const seenKeepsMs = 2 * 3_600_000;

interface Seen {
  readonly key: string;
  readonly at: number;
}

/** A gate that can decide without the server; what it knows and what it let in survive a reload. */
export async function openLoneGate(kept: KeptStores, check: SignatureCheck & ReceiptCheck, clocks: Clocks) {
  let facts = (await kept.read('facts', factsKey)) as Facts | undefined;
  // Marked once a whole window has passed since the set was begun: only then does an empty one mean that nobody was let in.
  let ready = (await kept.read('facts', readyKey)) === true;
  const beganAt = clocks.monotonic();
  const known = (await kept.all('seen')) as readonly Seen[];
  const replaySet = createReplaySet(
    REPLAY_KEEP,
    clocks.monotonic,
    known.map(({ key }) => key),
  );
  const intervals = createIntervalGuard(MIN_INTERVAL, clocks.monotonic);
  let waiting = (await kept.all('waiting')) as readonly WaitingUse[];

  const nowMs = () => clocks.device() + (facts?.offset ?? 0);
  const age = (): number => {
    if (!facts || clocks.device() < facts.pulledAtDevice) return Infinity;
    return (nowMs() - facts.pulledAt) / 1000;
  };

  async function markReady(): Promise<void> {
    if (ready || clocks.monotonic() - beganAt < LIVE_WINDOW) return;
    ready = true;
    await kept.write('facts', readyKey, true);
  }

  /** False when something is not signed as it must be or is older than what is held: then nothing is taken over. */
  async function learn({ gate, serverTime, keySet: offered, list: offeredList }: Pulled): Promise<boolean> {
    const root: RootKey = facts?.root ?? { ...offered.rootKey, alg: 'ES256', curve: 'P-256' };
    const pulledAt = Date.parse(serverTime);
    const keySet = await readKeySet(fromBase64url(offered.cose), root, check.verifySignature);
    if (!keySet || (facts && !mayReplaceKeySet(facts.keySet, keySet))) return false;
    const seconds = Math.floor(pulledAt / 1000);
    const list = await readRevocationList(fromBase64url(offeredList.cose), keySet, seconds, check.verifySignature);
    if (!list || (facts && !mayReplaceList(facts.list, list))) {
      // A key that was withdrawn ends all the same. The age stays that of the last whole pull.
      if (facts) await kept.write('facts', factsKey, (facts = { ...facts, keySet }));
      return false;
    }
    const pulledAtDevice = clocks.device();
    facts = { gate, root, keySet, list, offset: pulledAt - pulledAtDevice, pulledAt, pulledAtDevice };
    await kept.write('facts', factsKey, facts);
    await markReady();
    await forgetSeen();
    return true;
  }

  async function forgetSeen(): Promise<void> {
    const old = ((await kept.all('seen')) as readonly Seen[]).filter(({ at }) => at < nowMs() - seenKeepsMs);
    if (old.length > 0)
      await kept.remove(
        'seen',
        old.map(({ key }) => key),
      );
  }

  /** Null while the gate has never pulled anything. A code that is let in is remembered before anybody is told. */
  async function decide(text: string): Promise<GateDecision | null> {
    if (!facts) return null;
    await markReady();
    const decision = await decideAtGate(text, {
      ...check,
      now: Math.floor(nowMs() / 1000),
      keySet: facts.keySet,
      gateScope: scopeByte(facts.gate.scopes),
      staffed: facts.gate.staffed,
      isRevoked: listContains(facts.list),
      // The pull sets the clock as well.
      ntpAge: age(),
      keySetAge: age(),
      replaySetAge: ready ? Infinity : clocks.monotonic() - beganAt,
      replaySet,
      intervals,
    });
    if (decision.result === 'refuse' || decision.code.form === 'paper') return decision;
    const { replayKey: key } = decision.code;
    if (await kept.add('seen', key, { key, at: nowMs() })) return decision;
    return { result: 'refuse', reason: 'replay', code: decision.code };
  }

  /** Whoever is let in by an answer must be let in by the service: signed, for this gate and this scan. A refusal needs no proof. */
  async function proves(requestId: string, own: GateDecision, answer: ServerAnswer): Promise<boolean> {
    if (answer.result === 'red' || !facts) return true;
    const { result, reason } = answer;
    const told = { gate: facts.gate.code, requestId, replayKey: own.code?.replayKey, result, reason };
    return provesAnswer(answer.receipt ?? '', told, { keySet: facts.keySet, now: Math.floor(nowMs() / 1000) }, check);
  }

  return {
    learn,
    decide,
    proves,
    gate: () => facts?.gate ?? null,
    /** For the operator's registry. */
    versions: () => facts && { keySetVersion: String(facts.keySet.version), listVersion: String(facts.list.version) },
    /** Seconds since the last pull; Infinity without one, or when the clock was set back. */
    age,
    waiting: () => waiting,
    /** Let in without the server: goes up later. */
    async keepUse(requestId: string, text: string): Promise<void> {
      const use = { requestId, code: text.replace(/[\r\n]+$/, ''), at: new Date(nowMs()).toISOString() };
      waiting = [...waiting, use];
      await kept.write('waiting', requestId, use);
    },
    async uploaded(requestIds: readonly string[]): Promise<void> {
      waiting = waiting.filter(({ requestId }) => !requestIds.includes(requestId));
      await kept.remove('waiting', requestIds);
    },
  };
}

export type LoneGate = Awaited<ReturnType<typeof openLoneGate>>;
