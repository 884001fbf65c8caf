import { completedYears, type CalendarDate, type Instant } from '@rules/calendar';
import { checkDocument, normalizeDocumentNumber, parseDin } from '@rules/identifiers';
import type { Abo, DocType, DonationType, Rhd, Sex } from '@rules/vocabulary';
import { plainName } from './intake-name';
import type { IntakeReason, RowProblem } from './intake-reasons';
import { readDate, readMoment } from './intake-times';
import {
  aboWords,
  docTypeWords,
  donationTypeWords,
  intakeFields,
  rhdWords,
  sexWords,
  type IntakeField,
  type IntakeText,
} from './intake-words';

/** A row whose every field is right by itself; what the register says to it comes later. */
export interface IntakeRow {
  readonly line: number;
  readonly stationId: string;
  readonly siteId: string;
  /** 13 characters. */
  readonly donationNumber: string;
  readonly docType: DocType;
  /** In the one spelling that the blind index is made of. */
  readonly docNumber: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDate;
  readonly abo: Abo;
  readonly rhd: Rhd;
  readonly type: DonationType;
  readonly volumeMl: number | null;
  readonly unitsTenths: number | null;
  readonly donatedAt: Instant;
  readonly donatedOn: CalendarDate;
}

export interface IntakeContext {
  readonly stations: ReadonlyMap<string, { readonly id: string; readonly facilityCode: string | null }>;
  readonly sites: ReadonlyMap<string, { readonly id: string; readonly stationId: string }>;
  /** The only station whose rows are taken. */
  readonly onlyStationId: string | null;
  readonly now: Instant;
}

type PersonFacts = Pick<IntakeRow, 'docType' | 'docNumber' | 'name' | 'sex' | 'birthDate'>;
type Checked<Value> = { readonly value: Value } | { readonly field: IntakeField; readonly reason: IntakeReason };

const volumes = new Map([
  ['200', 200],
  ['300', 300],
  ['400', 400],
]);
/** Tenths, or units as people write them; the two cannot be mistaken for each other. */
const units = new Map([
  ['10', 10],
  ['15', 15],
  ['20', 20],
  ['1', 10],
  ['1.0', 10],
  ['1.5', 15],
  ['2', 20],
  ['2.0', 20],
]);
const isBlank = (text: string): boolean => text === '' || text === '0';

const bad = (field: IntakeField, reason: IntakeReason) => ({ field, reason });

function readPlace(
  text: IntakeText,
  context: IntakeContext,
): Checked<{ stationId: string; siteId: string; din: string }> {
  const station = context.stations.get(text.stationCode);
  if (!station) return bad('stationCode', 'unknown_station');
  if (context.onlyStationId !== null && station.id !== context.onlyStationId)
    return bad('stationCode', 'other_station');
  const site = context.sites.get(text.siteCode);
  if (!site) return bad('siteCode', 'unknown_site');
  if (site.stationId !== station.id) return bad('siteCode', 'site_of_other_station');
  const compact = text.donationNumber.replace(/^=|[\s-]/g, '');
  if (compact.length !== 14) return bad('donationNumber', 'number_format');
  const din = parseDin(compact)?.din;
  if (din === undefined) return bad('donationNumber', 'check_character');
  if (station.facilityCode !== null && !din.startsWith(station.facilityCode))
    return bad('donationNumber', 'other_facility');
  return { value: { stationId: station.id, siteId: site.id, din } };
}

function readPerson(text: IntakeText): Checked<PersonFacts> {
  const docType = docTypeWords.get(text.docType);
  if (!docType) return bad('docType', 'unknown_word');
  const docNumber = normalizeDocumentNumber(docType, text.docNumber);
  const fault = checkDocument(docType, docNumber);
  if (fault) return bad('docNumber', `document_${fault}`);
  const name = plainName(text.name);
  if (name.length > 50) return bad('name', 'too_long');
  const sex = sexWords.get(text.sex);
  if (!sex) return bad('sex', 'unknown_word');
  // The number has been checked: its date and its parity stand at fixed places.
  const isDated = docType === 'id_card' || docType === 'residence_permit';
  const dateInside = isDated && `${docNumber.slice(6, 10)}-${docNumber.slice(10, 12)}-${docNumber.slice(12, 14)}`;
  const birthDate = text.birthDate === dateInside ? dateInside : readDate(text.birthDate);
  if (birthDate === undefined) return bad('birthDate', 'not_a_date');
  if (isDated) {
    if (dateInside !== birthDate) return bad('birthDate', 'not_as_document');
    if (sex !== (Number(docNumber.charAt(16)) % 2 === 1 ? 'male' : 'female')) return bad('sex', 'not_as_document');
  }
  return { value: { docType, docNumber, name, sex, birthDate } };
}

function readAmount(text: IntakeText, type: DonationType): Checked<Pick<IntakeRow, 'volumeMl' | 'unitsTenths'>> {
  if (type !== 'whole_blood' && !isBlank(text.volumeMl)) return bad('volumeMl', 'not_for_this_type');
  if (type !== 'platelets' && !isBlank(text.unitsTenths)) return bad('unitsTenths', 'not_for_this_type');
  const volumeMl = volumes.get(text.volumeMl) ?? null;
  if (type === 'whole_blood' && volumeMl === null) return bad('volumeMl', 'volume');
  const unitsTenths = units.get(text.unitsTenths) ?? null;
  if (type === 'platelets' && unitsTenths === null) return bad('unitsTenths', 'units');
  return { value: { volumeMl, unitsTenths } };
}

const mayBeBlank: ReadonlySet<IntakeField> = new Set(['volumeMl', 'unitsTenths']);

function findUnusable(text: IntakeText): { field: IntakeField; reason: IntakeReason } | undefined {
  for (const field of intakeFields) {
    const value = text[field];
    if (value === '' && !mayBeBlank.has(field)) return bad(field, 'missing');
    if (value.length > 200) return bad(field, 'too_long');
    // The mark that a decoder leaves for bytes that are no character of the encoding.
    if (value.includes('\ufffd')) return bad(field, 'unreadable');
  }
  return undefined;
}

const year = (date: CalendarDate): number => Number(date.slice(0, 4));

/** Civil age on the day, as the law counts it; most people are so much older that their birthday does not matter. */
const isUnder18 = (birthDate: CalendarDate, on: CalendarDate): boolean =>
  year(on) - year(birthDate) <= 18 && completedYears(birthDate, on) < 18;

/** Reads one row of trimmed text, or says which field is the first that is wrong and why. Looks nothing up. */
export function readIntakeRow(text: IntakeText, line: number, context: IntakeContext): IntakeRow | RowProblem {
  const unusable = findUnusable(text);
  if (unusable) return { line, ...unusable };
  const place = readPlace(text, context);
  if ('reason' in place) return { line, ...place };
  const person = readPerson(text);
  if ('reason' in person) return { line, ...person };
  const abo = aboWords.get(text.abo.toUpperCase());
  if (!abo) return { line, ...bad('abo', 'unknown_word') };
  const rhd = rhdWords.get(text.rhd);
  if (!rhd) return { line, ...bad('rhd', 'unknown_word') };
  const type = donationTypeWords.get(text.donationType);
  if (!type) return { line, ...bad('donationType', 'unknown_word') };
  const amount = readAmount(text, type);
  if ('reason' in amount) return { line, ...amount };
  const moment = readMoment(text.donatedAt);
  if (!moment) return { line, ...bad('donatedAt', 'not_a_time') };
  if (moment.at > context.now) return { line, ...bad('donatedAt', 'in_future') };
  if (isUnder18(person.value.birthDate, moment.on)) return { line, ...bad('birthDate', 'under_18') };
  const { stationId, siteId, din } = place.value;
  const { docType, docNumber, name, sex, birthDate } = person.value;
  const { volumeMl, unitsTenths } = amount.value;
  return {
    line,
    stationId,
    siteId,
    donationNumber: din,
    docType,
    docNumber,
    name,
    sex,
    birthDate,
    abo,
    rhd,
    type,
    volumeMl,
    unitsTenths,
    donatedAt: moment.at,
    donatedOn: moment.on,
  };
}

export const isProblem = (row: IntakeRow | RowProblem): row is RowProblem => 'reason' in row;
