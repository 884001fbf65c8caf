import { defineEvent } from '@server/platform/events';

interface OwnData {
  readonly personId: string;
  /** As the person's own pages show it, under a title in plain words. */
  add(title: string, rows: unknown): void;
}

/** The person in session asks for a copy of everything: each feature adds what it keeps. */
export const ownDataAsked = defineEvent<OwnData>('own-data.asked');

/**
 * The person uses the service no more: each feature ends what it does for them and deletes what no law tells it to keep. One that
 * cannot end now refuses with LEAVE_LATER, and nothing has happened.
 */
export const personLeft = defineEvent<{
  personId: string;
  /** The station may still have to call: about the last donation, or something that it wants to say. */
  keepPhone(): void;
}>('person.left');

/** An account no longer shows this person's record; its sessions have ended. */
export const accountUnlinked = defineEvent<{ personId: string; sessionIds: readonly string[] }>('account.unlinked');
