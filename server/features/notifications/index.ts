import type { Feature } from '@server/platform/feature';

export const notifications: Feature = { name: 'notifications' };
