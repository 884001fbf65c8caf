import * as z from 'zod/mini';
import { type mintCodeBatch, privilegeScope } from '@contract/privileges';
import { type Output } from '@contract/endpoint';
import { storage } from '@miniapp/platform/storage';
import { type Batch } from './batch-code';
import { type Scope } from './live-code';

const storageKey = (scope: Scope): string => `code-batch.${scope}`;
const kept = z.object({
  session: z.string(),
  turn: z.int(),
  codes: z.array(z.object({ text: z.string(), issuedAt: z.string(), expiresAt: z.string() })),
});

/** Codes made in advance, one for each minute, for hosts in which no key can be kept from being copied. */
export function readBatch(scope: Scope, session: string): Batch | null {
  const stored = z.safeParse(kept, storage.read(storageKey(scope)));
  return stored.success && stored.data.session === session ? stored.data : null;
}

export function keepBatch(scope: Scope, session: string, minted: Output<typeof mintCodeBatch>): void {
  storage.write(storageKey(scope), { session, turn: minted.deviceTurn, codes: minted.codes } satisfies Batch);
}

export function forgetBatches(): void {
  for (const scope of privilegeScope.options) storage.remove(storageKey(scope));
}
