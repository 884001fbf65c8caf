import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const importsOf = (file: string): string[] =>
  Array.from(
    readFileSync(join(__dirname, `${file}.ts`), 'utf8').matchAll(/^import (?!type)[^;]*from '\.\/([^']+)';/gm),
  ).map(([, name = '']) => name);

/** Files whose code runs when this one does; the table of editions is data and ends the way. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (file !== 'edition' && !file.startsWith('editions/')) for (const next of importsOf(file)) reach(next, seen);
  return seen;
}

const awards = ['award', 'award-cycles', 'other-awards', 'honor-certificate'];
const waivers = ['waiver', 'waiver-gold'];

describe('award counts and the waiver volume', () => {
  it('share no code: nothing that one runs is run by the other, but the calendar and the choice of an edition', () => {
    const ofAwards = new Set(awards.flatMap(file => [...reach(file)]));
    const ofWaivers = new Set(waivers.flatMap(file => [...reach(file)]));
    expect([...ofAwards].filter(file => ofWaivers.has(file) && !['calendar', 'edition'].includes(file))).toEqual([]);
    expect(ofAwards.has('exact-number')).toBe(true);
    expect(ofWaivers.has('waiver-gold')).toBe(true);
  });

  it('have editions that know nothing of each other', () => {
    expect(importsOf('editions/award').filter(file => file.includes('waiver'))).toEqual([]);
    expect(importsOf('editions/waiver').filter(file => file.includes('award'))).toEqual([]);
  });
});
