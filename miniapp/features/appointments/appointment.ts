import { type appointment } from '@contract/appointments';
import { type Output } from '@contract/endpoint';
import { type bookableType } from '@contract/primitives';
import { type getSite, type listSlots, type site } from '@contract/sites';
import { type waitlistEntry } from '@contract/waitlist';
import type * as z from 'zod/mini';

export type Appointment = z.output<typeof appointment>;
export type Hold = NonNullable<Appointment['hold']>;
export type BookableType = z.output<typeof bookableType>;
export type Site = z.output<typeof site>;
export type SiteDetails = Output<typeof getSite>;
export type Slot = Output<typeof listSlots>['slots'][number];
export type WaitlistEntry = z.output<typeof waitlistEntry>;

/** The one that is still to come: there is at most one. */
export const openOne = (items: readonly Appointment[]): Appointment | undefined =>
  items.find(({ state }) => state === 'booked' || state === 'checked_in');

/** The place that is kept and waits for a yes: there is at most one. */
export const heldOne = (items: readonly Appointment[]): Appointment | undefined =>
  items.find(({ state }) => state === 'held');

export const asBookableType = (text: string): BookableType => (text === 'platelets' ? 'platelets' : 'whole_blood');
