import type { Feature } from '@server/platform/feature';

export const visits: Feature = { name: 'visits' };
