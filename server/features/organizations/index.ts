import type { Feature } from '@server/platform/feature';

export const organizations: Feature = { name: 'organizations' };
