import type { Feature } from '@server/platform/feature';

export const gates: Feature = { name: 'gates' };
