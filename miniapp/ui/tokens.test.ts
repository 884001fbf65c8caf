import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colours } from './tokens';

const styles = readFileSync(join(__dirname, 'tokens.scss'), 'utf8');
const standard = new Map(
  [...(styles.split('@mixin elder')[0] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [
    name,
    value,
  ]),
);
const hex = (name: string) => standard.get(name) ?? '';

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours', () => {
  it.each(Object.entries(colours))('%s is the same in SVG and in CSS', (name, value) => {
    expect(value).toBe(hex(name));
  });

  it.each([
    ['ink', 'paper'],
    ['ink-2', 'paper'],
    ['ink-3', 'paper'],
    ['ink-3', 'card'],
    ['ink-2', 'sunk'],
    ['red', 'card'],
    ['red', 'paper'],
    ['red', 'red-soft'],
    ['card', 'red'],
    ['card', 'red-deep'],
    ['teal', 'teal-soft'],
    ['amber', 'amber-soft'],
    ['gold', 'card'],
  ])('%s on %s can be read: contrast of at least 4.5', (text, ground) => {
    expect(contrast(hex(text), hex(ground))).toBeGreaterThanOrEqual(4.5);
  });
});
