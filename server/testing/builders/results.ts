import type { InputDraft } from '@contract/endpoint';
import type { deliverResults } from '@contract/results';
import { dinCheckCharacter } from '@rules/din';
import type { Donation } from '@server/features/donations';

type RowDraft = InputDraft<typeof deliverResults>['rows'][number];

/** As the station prints it: with the check character. */
export const printedNumber = ({ donationNumber }: Pick<Donation, 'donationNumber'>): string =>
  donationNumber + dinCheckCharacter(donationNumber);

/** All screening done and nothing found, with the outcomes that are given. */
export const markersOf = (given: Readonly<Record<string, string>> = {}): RowDraft['markers'] =>
  Object.entries({
    hbv: 'non_reactive',
    hcv: 'non_reactive',
    hiv: 'non_reactive',
    syphilis: 'non_reactive',
    ...given,
  }).map(([marker, outcome]) => ({ marker, outcome }));

/** A row of a station's delivery: ALT 23, Hb 140, nothing found. */
export const aResultRow = (donation: Donation, given: Partial<RowDraft> = {}): RowDraft => ({
  donationNumber: printedNumber(donation),
  testedAt: '2026-03-04 16:00',
  values: [
    { test: 'alt', value: '23' },
    { test: 'haemoglobin', value: '140' },
  ],
  markers: markersOf(),
  ...given,
});
