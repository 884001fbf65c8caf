import type { Feature } from '@server/platform/feature';

export const appointments: Feature = { name: 'appointments' };
