import { CreateCertificates1763769610000 } from '@server/migrations/20261122-010-create-certificates';
import type { Feature } from '@server/platform/feature';
import { CertificateShare } from './certificate-share.entity';
import { routes } from './routes';

/** The electronic donor certificate and the links by which others check it. */
export const certificates: Feature = {
  name: 'certificates',
  entities: [CertificateShare],
  migrations: [CreateCertificates1763769610000],
  routes,
};
