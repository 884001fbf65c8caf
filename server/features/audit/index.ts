import type { Feature } from '@server/platform/feature';

export const audit: Feature = { name: 'audit' };
