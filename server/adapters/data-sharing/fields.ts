import { SourceUnavailable } from './port';

/** Field access for answers whose full list of fields is not public: what is needed is checked, the rest ignored. */
export function readRecords(source: string, payload: unknown): Record<string, unknown>[] {
  // An empty answer is written in four ways.
  if (payload === undefined || payload === null || payload === '') return [];
  const list: unknown[] = Array.isArray(payload) ? payload : [payload];
  return list.map(item => {
    if (typeof item !== 'object' || item === null) throw new SourceUnavailable(source, 'malformed');
    return Object.fromEntries(Object.entries(item));
  });
}

export function readText(source: string, record: Record<string, unknown>, name: string): string {
  const value = record[name];
  if (typeof value !== 'string' || value.trim() === '') throw new SourceUnavailable(source, 'malformed', name);
  return value.trim();
}
