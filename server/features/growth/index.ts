import { getGrowth } from '@contract/growth';
import type { Feature } from '@server/platform/feature';
import { route } from '@server/platform/route/route';
import { findGrowth } from './find-growth';

/** 成长体系: what a donor's record, awards and kept bookings add up to. Stores nothing. */
export const growth: Feature = {
  name: 'growth',
  routes: [route(getGrowth, { may: 'growth:read-own', audit: 'growth.read' }, request => request.read(findGrowth))],
};
