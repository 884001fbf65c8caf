import { CreateCertificates1763769610000 } from '@server/migrations/20261122-010-create-certificates';
import { CreateRecordRequests1763769739000 } from '@server/migrations/20261123-139-create-record-requests';
import type { Feature } from '@server/platform/feature';
import { CertificateShare } from './certificate-share.entity';
import { RecordRequest } from './record-request.entity';
import { startCopyingRequests } from './request-record';
import { routes } from './routes';
import { startEndingShares } from './share-certificate';

/** The electronic donor certificate, the links by which others check it, and what donors ask about their record. */
export const certificates: Feature = {
  name: 'certificates',
  entities: [CertificateShare, RecordRequest],
  migrations: [CreateCertificates1763769610000, CreateRecordRequests1763769739000],
  routes,
  start(app) {
    startCopyingRequests(app);
    startEndingShares(app);
  },
};
