import type { Feature } from '@server/platform/feature';

export const eligibility: Feature = { name: 'eligibility' };
