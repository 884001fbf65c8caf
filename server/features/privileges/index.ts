import type { Feature } from '@server/platform/feature';

export const privileges: Feature = { name: 'privileges' };
