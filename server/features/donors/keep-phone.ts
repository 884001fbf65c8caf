import { personLeft } from '@server/features/identity';
import type { App } from '@server/platform/app';
import { activeDeferrals } from './find-deferrals';

/** The station wants to speak to the donor: nobody knows the outcome yet, so the number stays. */
export const startKeepingPhones = (app: App): void =>
  app.events.on(personLeft, async (tx, { personId, keepPhone }) => {
    const deferrals = await activeDeferrals(tx, personId, tx.today);
    if (deferrals.some(({ untilOn, permanent }) => untilOn === null && !permanent)) keepPhone();
  });
