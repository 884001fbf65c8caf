import type { Feature } from '@server/platform/feature';

export const honors: Feature = { name: 'honors' };
