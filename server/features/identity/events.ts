import { defineEvent } from '@server/platform/events';

/** An account has been proved to belong to a person. */
export const identityBound = defineEvent<{ personId: string; accountId: string }>('identity.bound');
