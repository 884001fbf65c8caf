import * as z from 'zod/mini';
import { instant, personName, text } from './primitives';
import { signature } from './questionnaires';

const consentSigner = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('patient') }),
  /** Of a child, or of a patient who cannot sign. */
  z.strictObject({ who: z.literal('relative'), name: personName }),
]);
/** What the patient agreed to before anything was looked up; asked of the service's own desk, and of a hospital's system when it has it. */
export const deskConsent = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('signed'), version: text(1, 20), signer: consentSigner, signature }),
  /** Signed in the hospital's own system or on paper that it keeps. */
  z.strictObject({
    how: z.literal('kept_by_hospital'),
    version: text(1, 20),
    signer: consentSigner,
    signedAt: instant,
    documentNumber: text(4, 64),
  }),
]);

/** As it stands in the record of a settlement. */
export const keptConsent = z.object({
  how: z.enum(['signed', 'kept_by_hospital']),
  signer: z.enum(['patient', 'relative']),
  version: z.string(),
  signedAt: instant,
  /** SHA-256 over text and signature, or over what the hospital keeps it under. */
  sha256: z.string(),
});
