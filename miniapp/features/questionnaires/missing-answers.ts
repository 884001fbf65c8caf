import * as z from 'zod/mini';
import { type Details } from '@miniapp/platform/answer';

const answersMissing = z.object({ questionIds: z.array(z.string()) });

/** The first question that ANSWERS_MISSING names; nothing for other refusals. */
export function missingIn(details: Details): string | undefined {
  const read = z.safeParse(answersMissing, details);
  return read.success ? read.data.questionIds[0] : undefined;
}
