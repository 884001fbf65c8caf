import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import 'reflect-metadata';
import { missedBy, type Bench, type BenchResult } from './harness';

/** `npm run -s bench -- NAME [--key=value …]`: runs NAME.bench.ts; the last line of its output is one JSON object. Fails on what must be reached. */
async function main(): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  const file = path.join(__dirname, `${name ?? ''}.bench.ts`);
  if (!name || !existsSync(file)) {
    const names = readdirSync(__dirname).flatMap(entry => entry.match(/^(.+)\.bench\.ts$/)?.[1] ?? []);
    console.error(`Which benchmark? Type: npm run -s bench -- ${names.join(' | ')}`);
    process.exitCode = 2;
    return;
  }
  const options = new Map(
    rest.map(argument => {
      const [key = '', value = 'true'] = argument.replace(/^--/, '').split('=', 2);
      return [key, value] as const;
    }),
  );
  const { bench } = (await import(file)) as { bench: Bench };
  const result = await bench(options);
  print(result);
  const missed = missedBy(result);
  for (const line of missed) console.error(`  missed: ${line}`);
  if (missed.length > 0) process.exitCode = 1;
}

function print({ name, unit, ours, limit, p50, p99, extra = {} }: BenchResult): void {
  const figures = {
    ours: round(ours),
    limit: round(limit),
    ratio: round(ours / limit),
    p50: round(p50),
    p99: round(p99),
  };
  const rows: [string, string][] = [
    ['ours', `${figures.ours} ${unit}`],
    ['limit in this run', `${figures.limit} ${unit}`],
    ['ours / limit', String(figures.ratio)],
    ['p50, p99 of a step', `${figures.p50} ms, ${figures.p99} ms`],
    ...Object.entries(extra).map(([key, value]): [string, string] => [key, String(value)]),
  ];
  console.log(name);
  for (const [label, value] of rows) console.log(`  ${label.padEnd(20)} ${value}`);
  console.log(JSON.stringify({ name, unit, ...figures, ...extra }));
}

/** Three significant digits are more than a benchmark repeats. */
function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

void main();
