import { decideConsent as decideContract, listConsents } from '@contract/consent';
import { route } from '@server/platform/route/route';
import { decideConsent } from './decide-consent';
import { findConsents } from './find-consents';

export const routes = [
  route(listConsents, { may: 'consent:decide', audit: 'consent.list' }, request => request.read(findConsents)),
  route(decideContract, { may: 'consent:decide', audit: 'consent.decide' }, (request, input) =>
    request.transaction(tx => decideConsent(tx, input)),
  ),
];
