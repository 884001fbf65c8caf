import type { CalendarDate } from './calendar';
import { isCalendarDate } from './calendar';
import type { DocType, Sex } from './vocabulary';

export type DocumentFault = 'format' | 'check_digit' | 'date';

const ZERO = '0'.charCodeAt(0);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const FORMS: Readonly<Record<DocType, RegExp>> = {
  // Any six-digit region: abolished codes stay on cards. 81-83 are residence permits, 9 foreigners.
  id_card: /^(?!8[1-3])[1-8]\d{5}(18|19|20)\d{9}[\dX]$/,
  residence_permit: /^8[1-3]0000(19|20)\d{9}[\dX]$/,
  // Three letters and twelve digits until 2023-12, since then eighteen digits from 9.
  permanent_resident: /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
  hk_macau_permit: /^[HM](\d{8}|\d{10})$/,
  taiwan_permit: /^(\d{8}|\d{10})$/,
  passport: /^[A-Z0-9]{5,17}$/,
  officer_card: /^\S{1,30}$/,
};

/** GB 11643, ISO 7064 MOD 11-2 over the first seventeen digits. */
function checkDigit(digits17: string): string {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index++)
    sum += (WEIGHTS[index] ?? 0) * (digits17.charCodeAt(index) - ZERO);
  return '10X98765432'.charAt(sum % 11);
}

const dateInside = (number18: string): string =>
  `${number18.slice(6, 10)}-${number18.slice(10, 12)}-${number18.slice(12, 14)}`;

const hasBirthDate = (docType: DocType): boolean => docType === 'id_card' || docType === 'residence_permit';

/** Eighteen digits and signs of which nothing is to be changed, as in nearly every row of an export. */
const PLAIN_NUMBER = /^\d{17}[\dX]$/;

/** One spelling per document, so that the same person is found again: also turns a fifteen-digit card into eighteen digits. */
export function normalizeDocumentNumber(docType: DocType, text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  const half = text.replace(/[！-～]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const compact = half.replace(docType === 'officer_card' ? /\s/g : /[\s-]/g, '').toUpperCase();
  if (docType !== 'id_card' || !/^\d{15}$/.test(compact)) return compact;
  const digits17 = `${compact.slice(0, 6)}19${compact.slice(6)}`;
  return digits17 + checkDigit(digits17);
}

/** Undefined when the number can be right; `on` also refuses a birth date after that day. */
export function checkDocument(docType: DocType, number: string, on?: CalendarDate): DocumentFault | undefined {
  if (!FORMS[docType].test(number)) return 'format';
  if (number.length === 18 && docType !== 'passport' && docType !== 'officer_card') {
    if (hasBirthDate(docType)) {
      const birthDate = dateInside(number);
      if (!isCalendarDate(birthDate) || (on !== undefined && birthDate > on)) return 'date';
    }
    if (checkDigit(number.slice(0, 17)) !== number.charAt(17)) return 'check_digit';
  }
  return undefined;
}

export function birthDateOfIdCard(number: string): CalendarDate | undefined {
  const valid = [FORMS.id_card, FORMS.residence_permit].some(form => form.test(number));
  return valid && isCalendarDate(dateInside(number)) ? dateInside(number) : undefined;
}

export function sexOfIdCard(number: string): Sex | undefined {
  if (birthDateOfIdCard(number) === undefined) return undefined;
  return Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** A number valid in form for synthetic people; an odd serial is a man's. */
export function testIdCard(region6: string, birthDate: CalendarDate, serial3: string): string {
  const digits17 = `${region6}${birthDate.replace(/-/g, '')}${serial3}`;
  if (!/^\d{17}$/.test(digits17)) throw new RangeError('a test number needs six, eight and three digits');
  return digits17 + checkDigit(digits17);
}
