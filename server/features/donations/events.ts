import { defineEvent } from '@server/platform/events';

/** Donations of these people were added or corrected. A bulk import of history announces nothing: what is derived is derived on reading. */
export const donationsChanged = defineEvent<{ personIds: readonly string[]; via: 'intake' | 'visit' }>(
  'donations.changed',
);
