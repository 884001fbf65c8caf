import type { Feature } from '@server/platform/feature';

export const consent: Feature = { name: 'consent' };
