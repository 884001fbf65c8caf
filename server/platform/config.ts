import { createHash } from 'node:crypto';
import path from 'node:path';
import { wardClass } from '@contract/hospital-stays';
import { leftOutWards } from '@rules/care-notice';
import { serviceEditions } from '@rules/editions/service';
import type { CryptoKeys, KeyRing } from './crypto/key-ring';

export type DatabaseConfig = { kind: 'sqlite'; file: string } | { kind: 'mysql'; url: string };

export interface Config {
  mode: 'development' | 'production' | 'test';
  /** Servers listen on this address; put a balancer in front in production. */
  host: string;
  /** 0 takes a free port. */
  port: number;
  /** Address under which browsers reach the service; printed into QR codes and share links. */
  publicUrl: string;
  /** Folder for the SQLite file and uploads. */
  dataDir: string;
  database: DatabaseConfig;
  /** Folder of the h5 build that the server hands out. */
  webRoot: string;
  /** Let phones keep the pages, so that they open without a network; off takes back what phones have kept. */
  offlinePages: boolean;
  /** Outside systems are answered by the simulators in this process; never in production. */
  simulators: boolean;
  /** Instant at which the service believes to have started; for demonstrations. Null: the real time. */
  startAt: string | null;
  /** Fill an empty database with the demonstration people. */
  seedDemo: boolean;
  /** Drain the outbox in the server process; switch off where `server/worker.ts` runs. */
  workerInProcess: boolean;
  rateLimit: boolean;
  /** Message templates approved by the hosts, one for all our notices. */
  hostTemplates: Readonly<Record<'wechat' | 'alipay', string>>;
  /** Signs the donors' codes: ES256, or SM2 where a cryptography assessment (密评) asks for it. */
  privilegeSuite: 'ES256' | 'SM2';
  /** Kinds of ward from which no notice is sent to a patient. */
  careLeftOutWards: readonly string[];
  /** Above this a second reviewer confirms what the first proposes; in fen. */
  waiverSecondFen: number;
  /** Calendar days in which a refused claimant may appeal. */
  waiverAppealDays: number;
  /** HMAC key of access tokens. */
  sessionSecret: string;
  keys: CryptoKeys;
  /** Settings of the live outside systems, `ADAPTER_WECHAT` … each one JSON object; see server/adapters/<name>/README.md. */
  adapters: Readonly<Record<string, string>>;
}

/** Thrown at start with one line per missing or unsafe setting, in words an operator can act on. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`cannot start:\n${problems.map(problem => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const developmentKey = (name: string) => createHash('sha256').update(`development only: ${name}`).digest('base64');
const developmentRing = (name: string): KeyRing => ({ current: 'dev', keys: { dev: developmentKey(name) } });

function parseRing(variable: string, text: string, problems: string[]): KeyRing {
  try {
    const ring = JSON.parse(text) as KeyRing;
    for (const [id, key] of Object.entries(ring.keys))
      if (Buffer.from(key, 'base64').length !== 32)
        problems.push(`${variable}: key "${id}" must be 32 bytes in base64`);
    if (!ring.keys[ring.current]) problems.push(`${variable}: "current" must name one of "keys"`);
    return ring;
  } catch {
    problems.push(`${variable} must be JSON such as {"current":"2026-11","keys":{"2026-11":"<32 bytes in base64>"}}`);
    return developmentRing(variable);
  }
}

/** Reads the environment once. Nobody else reads `process.env` on the server. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  // A misspelt production must not open the simulators to everybody.
  if (env.NODE_ENV && !['production', 'development', 'test'].includes(env.NODE_ENV))
    problems.push('NODE_ENV must be production, development or test');
  const mode = env.NODE_ENV === 'production' || env.NODE_ENV === 'test' ? env.NODE_ENV : 'development';
  const production = mode === 'production';
  const required = (variable: string, fallback: string, advice: string): string => {
    const value = env[variable];
    if (production && !value) problems.push(`set ${variable}: ${advice}`);
    if (production && value === fallback) problems.push(`${variable} holds the development default: ${advice}`);
    return value ?? fallback;
  };
  const ring = (variable: string): KeyRing => {
    const text = env[variable];
    if (text) return parseRing(variable, text, problems);
    if (production) problems.push(`set ${variable}: a JSON key ring, see docs/operations.md`);
    return developmentRing(variable);
  };
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) problems.push('PORT must be a number from 0 to 65535');
  const dataDir = path.resolve(env.DATA_DIR ?? 'var');
  const simulators = (env.SIMULATORS ?? (production ? 'off' : 'on')) === 'on';
  if (production && simulators)
    problems.push('SIMULATORS must be off in production: simulators accept anybody as anybody');
  const startAt = env.DEMO_START_AT ?? null;
  if (production && startAt)
    problems.push('DEMO_START_AT must not be set in production: the service would live in another time');
  if (startAt && Number.isNaN(Date.parse(startAt)))
    problems.push('DEMO_START_AT must be an instant such as 2026-03-05T01:00:00.000Z');
  const sessionSecret = required('SESSION_SECRET', 'development-only-session-secret', 'at least 32 random characters');
  if (production && sessionSecret.length < 32) problems.push('SESSION_SECRET must have at least 32 characters');
  if (production && !env.DATABASE_URL) problems.push('set DATABASE_URL: mysql://user:password@host:3306/database');
  const keys: CryptoKeys = {
    identity: ring('KEYS_IDENTITY'),
    health: ring('KEYS_HEALTH'),
    answers: ring('KEYS_ANSWERS'),
    secret: ring('KEYS_SECRET'),
    bank: ring('KEYS_BANK'),
    blindIndex: required('KEY_BLIND_INDEX', developmentKey('blind index'), '32 random bytes in base64'),
  };
  if (production && Buffer.from(keys.blindIndex, 'base64').length !== 32)
    problems.push('KEY_BLIND_INDEX must be 32 bytes in base64');
  const publicUrl = required('PUBLIC_URL', `http://localhost:${port}`, 'the address that donors open, https://…');
  const suite = env.PRIVILEGE_SUITE ?? 'ES256';
  if (suite !== 'ES256' && suite !== 'SM2') problems.push('PRIVILEGE_SUITE must be ES256 or SM2');
  const leftOut = (env.CARE_LEFT_OUT_WARDS ?? leftOutWards.join(',')).split(',').filter(ward => ward !== '');
  for (const ward of leftOut)
    if (!wardClass.safeParse(ward).success)
      problems.push(`CARE_LEFT_OUT_WARDS: "${ward}" is no kind of ward; known are ${wardClass.options.join(', ')}`);
  const whole = (variable: string, fallback: number): number => {
    const value = Number(env[variable] ?? fallback);
    if (!Number.isSafeInteger(value) || value < 0) problems.push(`${variable} must be a whole number, 0 or more`);
    return value;
  };
  const service = serviceEditions.at(-1)?.rules;
  const waiverSecondFen = whole('WAIVER_SECOND_FEN', service?.waiverSecondFen.value ?? 0);
  const waiverAppealDays = whole('WAIVER_APPEAL_DAYS', service?.waiverAppealDays.value ?? 0);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    mode,
    host: env.HOST ?? '127.0.0.1',
    port,
    publicUrl: publicUrl.replace(/\/$/, ''),
    dataDir,
    database: env.DATABASE_URL
      ? { kind: 'mysql', url: env.DATABASE_URL }
      : { kind: 'sqlite', file: path.join(dataDir, 'service.sqlite') },
    webRoot: path.resolve(env.WEB_ROOT ?? 'dist/h5'),
    simulators,
    startAt,
    seedDemo: (env.SEED_DEMO ?? (simulators ? 'on' : 'off')) === 'on',
    workerInProcess: (env.WORKER ?? 'in-process') === 'in-process',
    rateLimit: (env.RATE_LIMIT ?? 'on') === 'on',
    offlinePages: (env.OFFLINE_PAGES ?? 'on') === 'on',
    hostTemplates: { wechat: env.TEMPLATE_WECHAT ?? 'notice', alipay: env.TEMPLATE_ALIPAY ?? 'notice' },
    privilegeSuite: suite === 'SM2' ? 'SM2' : 'ES256',
    careLeftOutWards: leftOut,
    waiverSecondFen,
    waiverAppealDays,
    sessionSecret,
    keys,
    adapters: Object.fromEntries(
      Object.entries(env).filter(
        (entry): entry is [string, string] => entry[0].startsWith('ADAPTER_') && entry[1] !== undefined,
      ),
    ),
  };
}
