import type { Feature } from '@server/platform/feature';

export { findAwardStanding } from './find-award-standing';

/** National donation awards (全国无偿献血奉献奖) and growth levels; certificates of honour come with it later. */
export const honors: Feature = { name: 'honors' };
