import type { Feature } from '@server/platform/feature';

export const identity: Feature = { name: 'identity' };
