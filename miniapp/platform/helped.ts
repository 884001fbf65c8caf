import * as z from 'zod/mini';
import { session as sessionSchema } from '@contract/identity';
import { observable, useObservable } from './observable';
import { storage } from './storage';

const helpedSchema = z.object({
  kind: z.enum(['staff', 'relative']),
  maskedName: z.string(),
  /** When the server ends it, by the clock of this device. */
  until: z.string(),
  /** The helper's own session: what comes back at the end. */
  own: sessionSchema,
});

/** In whose name this device acts for the moment. */
export type Helped = z.output<typeof helpedSchema>;

const storageKey = 'helped';
const stored = z.safeParse(helpedSchema, storage.read(storageKey));
const current = observable<Helped | null>(stored.success ? stored.data : null);

export const getHelped = (): Helped | null => current.get();
export const useHelped = (): Helped | null => useObservable(current);

export function keepHelped(helped: Helped): void {
  storage.write(storageKey, helped);
  current.set(helped);
}

export function forgetHelped(): void {
  storage.remove(storageKey);
  current.set(null);
}
