import { type appointment } from '@contract/appointments';
import { type Output } from '@contract/endpoint';
import { type bookableType } from '@contract/primitives';
import { type listSlots, type site } from '@contract/sites';
import type * as z from 'zod/mini';

export type Appointment = z.output<typeof appointment>;
export type BookableType = z.output<typeof bookableType>;
export type Site = z.output<typeof site>;
export type Slot = Output<typeof listSlots>['slots'][number];

/** The one that is still to come: there is at most one. */
export const openOne = (items: readonly Appointment[]): Appointment | undefined =>
  items.find(({ state }) => state === 'booked' || state === 'checked_in');

export const asBookableType = (text: string): BookableType => (text === 'platelets' ? 'platelets' : 'whole_blood');
