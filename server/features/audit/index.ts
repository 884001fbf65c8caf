import type { Feature } from '@server/platform/feature';
import { routes } from './routes';

/** Reading the audit lines that the platform writes. */
export const audit: Feature = { name: 'audit', routes };
