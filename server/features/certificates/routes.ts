import {
  getCertificate,
  listShares,
  revokeShare as revokeContract,
  shareCertificate as shareContract,
  verifyCertificate as verifyContract,
} from '@contract/certificates';
import { listRecordRequests, requestRecord as requestContract } from '@contract/record-requests';
import { personOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { findCertificate } from './find-certificate';
import { findRecordRequests, requestRecord } from './request-record';
import { findShares, revokeShare, shareCertificate } from './share-certificate';
import { verifyCertificate } from './verify-certificate';

export const routes = [
  route(requestContract, { may: 'record:ask', audit: 'record.ask', perMinute: 10 }, (request, input) =>
    request.transaction(tx => requestRecord(tx, input)),
  ),
  route(listRecordRequests, { may: 'record:ask', audit: 'record.list-requests' }, request =>
    request.read(findRecordRequests),
  ),
  route(getCertificate, { may: 'certificate:read-own', audit: 'certificate.read' }, request =>
    request.read(tx => findCertificate(tx, personOf(tx.actor))),
  ),
  route(shareContract, { may: 'certificate:share', audit: 'certificate.share', perMinute: 20 }, (request, input) =>
    request.transaction(tx => shareCertificate(tx, input)),
  ),
  route(revokeContract, { may: 'certificate:share', audit: 'certificate.revoke-share' }, (request, { shareId }) =>
    request.transaction(tx => revokeShare(tx, shareId)),
  ),
  route(listShares, { may: 'certificate:share', audit: 'certificate.list-shares' }, request =>
    request.read(findShares),
  ),
  route(
    verifyContract,
    { may: 'certificate:verify', audit: 'certificate.verify', perMinute: 60 },
    (request, { token }) => request.read(tx => verifyCertificate(tx, token)),
  ),
];
