import { createHash } from 'node:crypto';
import { type Clock, SourceUnavailable } from './port';
import { postForm } from './http';

/** Age at which a request secret (life 15 minutes) is replaced: early enough for a call that is already under way. */
const REQUEST_SECRET_MAX_AGE_MS = 12 * 60_000;
/** Age at which the refresh secret (life 48 hours) is no longer trusted and the app secret is used again. */
const REFRESH_SECRET_MAX_AGE_MS = 47 * 3_600_000;

export interface SecretPair {
  refreshSecret: string;
  requestSecret: string;
  /** Our clock before the request was sent: the pair is at least as young as this says. */
  obtainedAt: number;
}

/**
 * Where the pair lives. Every refresh invalidates what other copies of the server hold, so all copies must share one
 * store whose `exclusive` lets one writer in at a time and hands it the newest pair.
 */
export interface SecretStore {
  read(): Promise<SecretPair | undefined>;
  exclusive(renew: (newest: SecretPair | undefined) => Promise<SecretPair>): Promise<SecretPair>;
}

/** For a single process. */
export class MemorySecretStore implements SecretStore {
  private pair: SecretPair | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  read(): Promise<SecretPair | undefined> {
    return Promise.resolve(this.pair);
  }

  exclusive(renew: (newest: SecretPair | undefined) => Promise<SecretPair>): Promise<SecretPair> {
    const mine = this.turn.then(async () => (this.pair = await renew(this.pair)));
    // A failed renewal must not poison the queue: the next caller tries for itself.
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

export interface SecretKeeperOptions {
  baseUrl: string;
  appKey: string;
  appSecret: string;
  clock: Clock;
  store: SecretStore;
  timeoutMs: number;
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const field = (datas: unknown, name: string): string | undefined => {
  const value = typeof datas === 'object' && datas !== null ? Reflect.get(datas, name) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Holds the pair of secrets of the provincial data platform and renews it, one writer at a time. */
export class SecretKeeper {
  constructor(private readonly options: SecretKeeperOptions) {}

  async current(): Promise<string> {
    const held = await this.options.store.read();
    if (held && this.isFresh(held)) return held.requestSecret;
    const pair = await this.options.store.exclusive(newest =>
      newest && this.isFresh(newest) ? Promise.resolve(newest) : this.renew(newest),
    );
    return pair.requestSecret;
  }

  /** After codes 11 and 14. Renews only if nobody else has done so since `refused` was read. */
  async replace(refused: string): Promise<void> {
    await this.options.store.exclusive(newest =>
      newest && newest.requestSecret !== refused ? Promise.resolve(newest) : this.renew(newest),
    );
  }

  private isFresh(pair: SecretPair): boolean {
    return this.options.clock() - pair.obtainedAt < REQUEST_SECRET_MAX_AGE_MS;
  }

  private async renew(old: SecretPair | undefined): Promise<SecretPair> {
    if (old && this.options.clock() - old.obtainedAt < REFRESH_SECRET_MAX_AGE_MS) {
      const pair = await this.ask('refreshTokenBySec', old.refreshSecret);
      if (pair !== 'signature') return pair;
    }
    const pair = await this.ask('refreshTokenByKey', this.options.appSecret);
    if (pair === 'signature') throw new SourceUnavailable('data-sharing', 'signature', '03');
    return pair;
  }

  private async ask(endpoint: string, secret: string): Promise<SecretPair | 'signature'> {
    const { baseUrl, appKey, clock, timeoutMs } = this.options;
    const obtainedAt = clock();
    const requestTime = String(obtainedAt);
    const reply = await postForm({
      source: 'data-sharing',
      url: `${baseUrl}/gateway/app/${endpoint}.htm`,
      fields: { appKey, requestTime, sign: md5(appKey + secret + requestTime) },
      timeoutMs,
    });
    if (reply.code === '03') return 'signature';
    const refreshSecret = field(reply.datas, 'refreshSecret');
    const requestSecret = field(reply.datas, 'requestSecret');
    if (reply.code !== '00' || !refreshSecret || !requestSecret) {
      throw new SourceUnavailable('data-sharing', 'refused', reply.code);
    }
    return { refreshSecret, requestSecret, obtainedAt };
  }
}
