import type { Feature } from '@server/platform/feature';

export const questionnaires: Feature = { name: 'questionnaires' };
