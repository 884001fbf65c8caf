import { ConfigError, readConfig } from './config';

const key = Buffer.alloc(32, 7).toString('base64');
const ring = JSON.stringify({ current: 'a', keys: { a: key } });
const production = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'x'.repeat(40),
  DATABASE_URL: 'mysql://user:password@db:3306/service',
  PUBLIC_URL: 'https://blood.example',
  KEYS_IDENTITY: ring,
  KEYS_HEALTH: ring,
  KEYS_ANSWERS: ring,
  KEYS_BANK: ring,
  KEYS_SECRET: ring,
  KEY_BLIND_INDEX: key,
};

const problemsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
};

describe('configuration', () => {
  it('starts on a laptop without any setting', () => {
    expect(readConfig({})).toMatchObject({ mode: 'development', simulators: true, database: { kind: 'sqlite' } });
  });

  it.each(['prod', 'Production', 'staging'])('refuses to take %s for a laptop', name => {
    expect(problemsOf({ NODE_ENV: name }).join()).toContain('NODE_ENV');
  });

  it('starts in production when everything is set', () => {
    expect(problemsOf(production)).toEqual([]);
    expect(readConfig(production)).toMatchObject({ simulators: false, seedDemo: false });
  });

  it.each([
    'SESSION_SECRET',
    'DATABASE_URL',
    'PUBLIC_URL',
    'KEYS_IDENTITY',
    'KEYS_HEALTH',
    'KEYS_ANSWERS',
    'KEYS_BANK',
    'KEYS_SECRET',
    'KEY_BLIND_INDEX',
  ])('refuses production without %s and names it', name => {
    expect(problemsOf({ ...production, [name]: undefined }).join()).toContain(name);
  });

  it.each([
    ['simulators', { SIMULATORS: 'on' }, 'SIMULATORS'],
    ['another time', { DEMO_START_AT: '2026-03-05T01:00:00.000Z' }, 'DEMO_START_AT'],
    ['the default session secret', { SESSION_SECRET: 'development-only-session-secret' }, 'SESSION_SECRET'],
    ['a short session secret', { SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
    ['a short key', { KEYS_HEALTH: '{"current":"a","keys":{"a":"c2hvcnQ="}}' }, 'KEYS_HEALTH'],
    ['a ring whose current key is missing', { KEYS_SECRET: `{"current":"b","keys":{"a":"${key}"}}` }, 'KEYS_SECRET'],
    ['a short blind index key', { KEY_BLIND_INDEX: 'c2hvcnQ=' }, 'KEY_BLIND_INDEX'],
    ['a ring that is no JSON', { KEYS_IDENTITY: 'secret' }, 'KEYS_IDENTITY'],
    ['a port that is no number', { PORT: 'http' }, 'PORT'],
  ])('refuses production with %s', (_what, setting, named) => {
    expect(problemsOf({ ...production, ...setting }).join()).toContain(named);
  });
});
