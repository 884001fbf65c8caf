import { getGrowth, getGrowthPicture, makeGrowthPicture as makeContract } from '@contract/growth';
import { CreateGrowthPictures1763769736000 } from '@server/migrations/20261123-136-create-growth-pictures';
import type { Feature } from '@server/platform/feature';
import { route } from '@server/platform/route/route';
import { startDrawing } from './draw-growth-picture';
import { findGrowth } from './find-growth';
import { findGrowthPicture } from './find-growth-picture';
import { GrowthPicture } from './growth-picture.entity';
import { makeGrowthPicture } from './make-growth-picture';

const reading = 'growth:read-own';

/** 成长体系: what a donor's record, awards and kept bookings add up to, and the pictures of it that a donor shares. */
export const growth: Feature = {
  name: 'growth',
  entities: [GrowthPicture],
  migrations: [CreateGrowthPictures1763769736000],
  routes: [
    route(getGrowth, { may: reading, audit: 'growth.read' }, request => request.read(findGrowth)),
    route(makeContract, { may: reading, audit: 'growth.make-picture', perMinute: 20 }, (request, input) =>
      request.transaction(tx => makeGrowthPicture(tx, input)),
    ),
    route(getGrowthPicture, { may: reading, audit: 'growth.open-picture', perMinute: 120 }, (request, input) =>
      request.read(tx => findGrowthPicture(tx, input)),
    ),
  ],
  start: startDrawing,
};
