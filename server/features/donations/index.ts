import type { Feature } from '@server/platform/feature';

export const donations: Feature = { name: 'donations' };
