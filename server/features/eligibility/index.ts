import type { Feature } from '@server/platform/feature';
import { routes } from './routes';

export { findNextDates, requireEligible } from './next-dates';

/** May this person donate, when, and why not now. */
export const eligibility: Feature = { name: 'eligibility', routes };
