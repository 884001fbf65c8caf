import type { Feature } from '@server/platform/feature';

export const waivers: Feature = { name: 'waivers' };
