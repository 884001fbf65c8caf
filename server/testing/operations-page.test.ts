import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '@server/platform/config';

const page = readFileSync(path.join(__dirname, '../../docs/operations.md'), 'utf8');

function variablesThatTheServerReads(): string[] {
  const read = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_target, key) => {
        read.add(String(key));
        return undefined;
      },
    },
  );
  readConfig(env);
  return [...read];
}

describe('docs/operations.md', () => {
  it.each(variablesThatTheServerReads())('explains %s', variable => {
    expect(page).toContain(`\`${variable}\``);
  });

  it('names no variable that the server does not read', () => {
    const table = page.slice(page.indexOf('## Configuration'), page.indexOf('## Deploy'));
    const named = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(variablesThatTheServerReads().sort());
  });
});
