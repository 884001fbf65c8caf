import { defineEvent } from '@server/platform/events';

/** Donations of these people were added or corrected. A bulk import of history announces none of them: what is derived is derived on reading. */
export const donationsChanged = defineEvent<{ personIds: readonly string[]; via: 'intake' | 'visit' }>(
  'donations.changed',
);

/** A bulk import that told nobody of its donations is in the register, whole. */
export const donationsImported = defineEvent<{ runId: string }>('donations.imported');
