import type { Site } from '@server/features/sites';
import { visitEnded } from '@server/features/visits';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import type { TestApp } from '../test-app';
import { aDonation } from './donations';
import { asCitizen } from './sessions';

/** Somebody whose visit at the site has just ended: with a donation of today, or without one. */
export async function anEndedVisit(test: TestApp, site: Site, how: 'donated' | 'deferred' | 'left' = 'donated') {
  const { personId, token } = await asCitizen(test);
  const on = test.clock.today();
  const donation = how === 'donated' ? await aDonation(test, personId, { site, on, time: '08:30' }) : undefined;
  const visitId = newId();
  const end = () =>
    test.inTransaction(tx =>
      announce(tx, visitEnded, {
        visitId,
        appointmentId: newId(),
        personId,
        siteId: site.id,
        donationId: donation?.id ?? null,
        how,
      }),
    );
  await end();
  return { personId, token, donation, visitId, end };
}
