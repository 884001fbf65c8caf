import { defineJob } from '@server/platform/outbox/jobs';

/** Looks the evidence of a claim up and decides it. `attempt` counts the tries that met a register that was down. */
export const checkClaimJob = defineJob<{ claimId: string; attempt: number }>('waiver.check');

/** Minutes until the next try; after the last one a person takes over, within the three working days promised. */
export const RETRY_MINUTES = [1, 5, 15, 60, 120, 240, 480] as const;
