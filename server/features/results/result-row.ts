import type * as z from 'zod/mini';
import type { resultRow } from '@contract/results';
import type { Instant } from '@rules/calendar';
import { parseDin } from '@rules/identifiers';
import { readMoment } from '@server/features/donations';
import {
  markerOutcomes,
  requiredMarkers,
  resultMarkers,
  resultTests,
  type MeasuredValue,
  type ResultContent,
} from './result-content';
import type { ResultReason } from './result-reasons';

type RowText = z.output<typeof resultRow>;
type Checked<Value> = { readonly value: Value } | { readonly field: string; readonly reason: ResultReason };
const bad = (field: string, reason: ResultReason) => ({ field, reason });

const NUMBER = /^\d{1,5}(\.\d{1,3})?$/;
const oneOf = <const T extends string>(list: readonly T[], text: string): T | undefined =>
  list.find(known => known === text.trim().toLowerCase());

/** 13 characters of the donation number, or the reason why it is none. Shared by both deliveries. */
export function readDonationNumber(text: string): Checked<string> {
  const compact = text.replace(/^=|[\s-]/g, '');
  if (compact === '') return bad('donationNumber', 'missing');
  if (compact.length !== 14) return bad('donationNumber', 'number_format');
  const din = parseDin(compact)?.din;
  return din === undefined ? bad('donationNumber', 'check_character') : { value: din };
}

function readValue(text: RowText['values'][number], field: string): Checked<MeasuredValue> {
  const test = oneOf(resultTests, text.test);
  if (!test) return bad(`${field}.test`, 'unknown_test');
  for (const [name, number, needed] of [
    ['value', text.value, true],
    ['low', text.low ?? '', false],
    ['high', text.high ?? '', false],
  ] as const)
    if (number.trim() === '' ? needed : !NUMBER.test(number.trim())) return bad(`${field}.${name}`, 'not_a_number');
  const [low, high] = [text.low?.trim(), text.high?.trim()];
  if (low && high && Number(low) >= Number(high)) return bad(`${field}.low`, 'range');
  return { value: { test, value: text.value.trim(), ...(low ? { low } : {}), ...(high ? { high } : {}) } };
}

function readValues(text: RowText): Checked<MeasuredValue[]> {
  const values: MeasuredValue[] = [];
  for (const [index, one] of text.values.entries()) {
    const read = readValue(one, `values.${index}`);
    if ('reason' in read) return read;
    if (values.some(({ test }) => test === read.value.test)) return bad(`values.${index}.test`, 'told_twice');
    values.push(read.value);
  }
  return { value: values.sort((a, b) => resultTests.indexOf(a.test) - resultTests.indexOf(b.test)) };
}

function readMarkers(text: RowText): Checked<ResultContent['markers'][number][]> {
  const markers: ResultContent['markers'][number][] = [];
  for (const [index, one] of text.markers.entries()) {
    const marker = oneOf(resultMarkers, one.marker);
    if (!marker) return bad(`markers.${index}.marker`, 'unknown_marker');
    const outcome = oneOf(markerOutcomes, one.outcome);
    if (!outcome) return bad(`markers.${index}.outcome`, 'unknown_outcome');
    if (markers.some(known => known.marker === marker)) return bad(`markers.${index}.marker`, 'told_twice');
    markers.push({ marker, outcome });
  }
  if (!requiredMarkers.every(needed => markers.some(({ marker }) => marker === needed)))
    return bad('markers', 'not_complete');
  return { value: markers.sort((a, b) => resultMarkers.indexOf(a.marker) - resultMarkers.indexOf(b.marker)) };
}

/** One row by itself: the number and what was found, or the first field that is wrong. Looks nothing up. */
export function readResultRow(text: RowText, now: Instant): Checked<{ din: string; content: ResultContent }> {
  const number = readDonationNumber(text.donationNumber);
  if ('reason' in number) return number;
  const moment = readMoment(text.testedAt.trim());
  if (!moment) return bad('testedAt', 'not_a_time');
  if (moment.at > now) return bad('testedAt', 'in_future');
  const values = readValues(text);
  if ('reason' in values) return values;
  const markers = readMarkers(text);
  if ('reason' in markers) return markers;
  const content = { testedAt: moment.at, testedOn: moment.on, values: values.value, markers: markers.value };
  return { value: { din: number.value, content } };
}
