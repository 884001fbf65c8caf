import * as z from 'zod/mini';
import { privilegeScope } from '@contract/privileges';
import { storage } from '@miniapp/platform/storage';
import { type Scope } from './live-code';
import { sessionMark } from './session-mark';

const storageKey = 'privilege-scopes';
const kept = z.object({ session: z.string(), scopes: z.array(privilegeScope) });

/** For opening the page without a network: where the donor's code worked when there was one. */
export function keepScopes(names: readonly string[]): void {
  const session = sessionMark();
  const scopes = privilegeScope.options.filter(scope => names.includes(scope));
  if (session && scopes.length > 0) storage.write(storageKey, { session, scopes });
  else storage.remove(storageKey);
}

export function readScopes(): readonly Scope[] {
  const stored = z.safeParse(kept, storage.read(storageKey));
  return stored.success && stored.data.session === sessionMark() ? stored.data.scopes : [];
}
