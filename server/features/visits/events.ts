import { defineEvent } from '@server/platform/events';
import type { Visit } from './visit.entity';

/** Something changed in the queue of a site; the waiting room's screen and the donors' phones look anew. */
export const queueChanged = defineEvent<{ siteId: string; visitId: string; state: Visit['state'] }>('queue.changed');
