import * as z from 'zod/mini';
import { fiveElements } from './bills';
import { endpoint } from './endpoint';
import { calendarDate, docType, fen, identityDocument, instant, nothing, personName, text } from './primitives';

export const makeDeskCode = endpoint({
  name: 'makeDeskCode',
  method: 'POST',
  path: '/api/waivers/desk-code',
  summary: 'A code for the discharge desk: whoever scans it once, within five minutes, knows who the patient is',
  who: ['citizen'],
  input: nothing,
  output: z.object({ text: z.string(), expiresAt: instant }),
  refusals: [],
});

export const openDeskCode = endpoint({
  name: 'openDeskCode',
  method: 'POST',
  path: '/api/hospital/desk/open-code',
  summary: 'Who the patient is that shows the code at the discharge desk; a code opens once',
  who: ['clerk'],
  input: z.strictObject({ code: text(10, 40) }),
  output: z.object({ name: z.string(), document: z.object({ docType, docNumber: z.string() }) }),
  refusals: [
    /** Unknown, used or run out: which of them is not said. */
    'CODE_NOT_VALID',
  ],
});

export const findDeskBills = endpoint({
  name: 'findDeskBills',
  method: 'POST',
  path: '/api/hospital/desk/bills',
  summary: "Bills of this hospital by a patient's stay, or one bill by the five elements that its QR code holds",
  who: ['clerk'],
  input: z.strictObject({
    by: z.discriminatedUnion('what', [
      z.strictObject({
        what: z.literal('stay'),
        patient: z.strictObject({ name: personName, document: identityDocument }),
        admittedOn: calendarDate,
        dischargedOn: calendarDate,
      }),
      z.strictObject({ what: z.literal('bill'), elements: fiveElements }),
    ]),
  }),
  output: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        number: z.string(),
        issuedOn: calendarDate,
        admittedOn: calendarDate,
        dischargedOn: calendarDate,
        patient: z.object({ name: z.string(), docNumber: z.string() }),
        status: z.enum(['normal', 'reversed', 'exchanged_paper', 'partly_refunded']),
        totalFen: fen,
        lines: z.array(z.object({ code: z.string(), name: z.string(), amountFen: fen })),
        /** A reference for the settlement that is not used yet, made from the bill. */
        reference: z.string(),
      }),
    ),
  }),
  refusals: ['DATES_REVERSED', 'REGISTER_UNAVAILABLE'],
});
