import { defineEvent } from '@server/platform/events';

/** An account no longer shows this person's record; its sessions have ended. */
export const accountUnlinked = defineEvent<{ personId: string; sessionIds: readonly string[] }>('account.unlinked');
