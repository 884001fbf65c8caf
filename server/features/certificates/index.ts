import type { Feature } from '@server/platform/feature';

export const certificates: Feature = { name: 'certificates' };
