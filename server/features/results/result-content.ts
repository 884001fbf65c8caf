import type { CalendarDate, Instant } from '@rules/calendar';

/** What a laboratory measures and a donor may read. */
export const resultTests = ['alt', 'haemoglobin', 'haematocrit', 'white_cells', 'platelets', 'total_protein'] as const;
export type ResultTest = (typeof resultTests)[number];

/** Screening of the blood. `sample`: the tube itself could not be tested. */
export const resultMarkers = ['hbv', 'hcv', 'hiv', 'syphilis', 'nat', 'htlv', 'sample'] as const;
export type ResultMarker = (typeof resultMarkers)[number];

export const markerOutcomes = ['non_reactive', 'reactive', 'repeat'] as const;
export type MarkerOutcome = (typeof markerOutcomes)[number];

/** Without these a donation has not been tested to the end. */
export const requiredMarkers: readonly ResultMarker[] = ['hbv', 'hcv', 'hiv', 'syphilis'];

export interface MeasuredValue {
  readonly test: ResultTest;
  /** As the laboratory wrote it: '23', '5.1'. */
  readonly value: string;
  /** The laboratory's own range; absent where the service's holds. */
  readonly low?: string;
  readonly high?: string;
}

/** All tests of one donation, in one order, so that the same facts are the same text. */
export interface ResultContent {
  readonly testedAt: Instant;
  readonly testedOn: CalendarDate;
  readonly values: readonly MeasuredValue[];
  readonly markers: readonly { readonly marker: ResultMarker; readonly outcome: MarkerOutcome }[];
}

/**
 * The one thing that leaves this file about markers: does the station want to speak to the donor? A reactive marker and a tube
 * that has to be drawn again are the same word, so that nobody can tell one from the other.
 */
export const statusOf = (content: ResultContent | undefined): 'waiting' | 'ready' | 'contact' => {
  if (!content) return 'waiting';
  return content.markers.every(({ outcome }) => outcome === 'non_reactive') ? 'ready' : 'contact';
};
