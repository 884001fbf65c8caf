import type { Feature } from '@server/platform/feature';

export const sites: Feature = { name: 'sites' };
