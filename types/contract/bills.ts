import * as z from 'zod/mini';
import { calendarDate, fen } from './primitives';

export const billCode = z.string().check(z.regex(/^[0-9A-Z]{8,20}$/, { error: 'not_a_bill_code' }));
export const billNumber = z.string().check(z.regex(/^[0-9A-Z]{8,32}$/, { error: 'not_a_bill_number' }));

/** The five elements of a fiscal e-bill (财政电子票据), as they stand on it. */
export const fiveElements = z.strictObject({
  code: billCode,
  number: billNumber,
  checkCode: z.string().check(z.regex(/^[0-9A-Za-z]{6}$/, { error: 'not_a_check_code' })),
  issuedOn: calendarDate,
  totalFen: fen,
});
