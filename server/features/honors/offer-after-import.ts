import { MoreThan } from 'typeorm';
import { Donor } from '@server/features/donors';
import { donationsImported } from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { findNewlyEligible } from './find-newly-eligible';
import { offerHonor } from './offer-honor';

interface Stage {
  /** The import after which the register is gone through; names the sweep. */
  readonly runId: string;
  /** The last person who has been dealt with. */
  readonly after: string;
}

const sweep = defineJob<Stage>('honor.sweep');

/** Donors that one stage looks at: some ten thousand donations, well below a second. */
const lookedAt = 1000;
/** Offers of one stage, and a pause after it: a province's first import must flood neither the SMS gateway nor the reviewers. */
const offersAtOnce = 200;
const pauseSeconds = 60;

/** Two processes that find the same stage due, and a stage that is repeated after a crash, write one row. */
const plan = (tx: Tx, stage: Stage, notBefore = tx.now): Promise<void> =>
  enqueue(tx, sweep, stage, { dedupeKey: `${stage.runId}:${stage.after}`, notBefore });

async function takeStage(tx: Tx, { runId, after }: Stage): Promise<void> {
  const [end] = await tx.em.find(Donor, {
    select: { personId: true },
    where: { personId: MoreThan(after) },
    order: { personId: 'ASC' },
    skip: lookedAt - 1,
    take: 1,
  });
  const last = end?.personId ?? null;
  const found = await findNewlyEligible(tx, { after, last, limit: offersAtOnce });
  for (const personId of found) await offerHonor(tx, personId);
  const cut = found.length === offersAtOnce ? found.at(-1) : undefined;
  const reached = cut ?? last;
  if (reached) await plan(tx, { runId, after: reached }, found.length > 0 ? plusSeconds(tx.now, pauseSeconds) : tx.now);
}

/** A large import tells nobody while it runs; afterwards the register is gone through, a stretch at a time, for those who reached the count. */
export function startOfferingAfterImports(app: App): void {
  app.events.on(donationsImported, (tx, { runId }) => plan(tx, { runId, after: '' }));
  app.jobs.handle(sweep, (_, stage) =>
    inTransaction(app, { actor: systemActor, requestId: 'honor.sweep' }, tx => takeStage(tx, stage)),
  );
}
