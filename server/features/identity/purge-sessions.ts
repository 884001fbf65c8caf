import { LessThan } from 'typeorm';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { deleteOld } from '@server/platform/outbox/purge';
import { Session } from './session.entity';

/** Seconds after its end for which a session can still be asked about; what was done in it stands in the audit. */
const endedKept = 30 * 24 * 3600;

export const startPurgingSessions = (app: App): void =>
  app.jobs.clean(() => deleteOld(app, Session, { expiresAt: LessThan(plusSeconds(app.clock.now(), -endedKept)) }));
