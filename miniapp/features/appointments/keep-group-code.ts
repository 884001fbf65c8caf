import { storage } from '@miniapp/platform/storage';

const key = 'group-code';

/** The code that was typed or scanned last, so that nobody types it twice. It opens places, and names nobody. */
export function lastGroupCode(): string {
  const kept = storage.read(key);
  return typeof kept === 'string' ? kept : '';
}

export const keepGroupCode = (code: string): void => storage.write(key, code);
