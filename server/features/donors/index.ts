import type { Feature } from '@server/platform/feature';

export const donors: Feature = { name: 'donors' };
