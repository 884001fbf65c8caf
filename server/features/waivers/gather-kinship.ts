import { type KinshipFact, type KinshipVerdict, judgeKinship } from '@rules/kinship';
import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import { Inquiry, type KinshipSources, type Question, keyOf } from './look-ups';
import type { EvidenceResult } from './waiver-evidence.entity';

/** What one register contributed. */
export interface SourceAnswer {
  source: string;
  result: EvidenceResult;
  sha256: string | null;
}

/** A chain has one person in between, who has two parents and one spouse: more questions than this lead nowhere. */
const MOST_LOOK_UPS = 10;

interface Judged {
  verdict: KinshipVerdict;
  /** All that speaks for the relation may be a step relation. */
  isStep: boolean;
}

/**
 * Asks the registers that can prove the claimed relation, one after the other, and stops at the proof: what is not
 * needed is not looked up. People in between, whom a register names, are asked about too: a grandmother is the mother of
 * a parent. Runs outside any transaction.
 */
export async function gatherKinship(
  sources: KinshipSources,
  question: Question,
): Promise<Judged & { answers: SourceAnswer[] }> {
  const inquiry = new Inquiry(sources, question);
  const answers: SourceAnswer[] = [];
  const asked = new Set<string>();
  let isSourceMissing = false;
  let judged: Judged = { verdict: 'not_found', isStep: false };
  while (asked.size < MOST_LOOK_UPS) {
    const lookUp = inquiry.lookUps().find(({ id }) => !asked.has(id));
    if (!lookUp) break;
    asked.add(lookUp.id);
    const before = inquiry.facts.length;
    try {
      const { sha256 } = await lookUp.ask();
      const { verdict } = judge(inquiry, inquiry.facts.slice(before), false);
      answers.push({ source: lookUp.source, result: verdict, sha256 });
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      isSourceMissing = true;
      answers.push({ source: lookUp.source, result: 'unavailable', sha256: null });
    }
    judged = judge(inquiry, inquiry.facts, isSourceMissing);
    if (judged.verdict === 'proved' || judged.verdict === 'conflict') break;
  }
  return { ...judged, answers };
}

function judge({ question, isDivorced, isNameOther }: Inquiry, facts: KinshipFact[], isSourceMissing: boolean): Judged {
  const { claimed } = question;
  const [donor, patient] = [keyOf(question.donor), keyOf(question.patient)];
  const judged = judgeKinship({ claimed, donor, patient, facts, isDivorced, isSourceMissing, isNameOther });
  const needsMarriage = claimed === 'spouse' || claimed === 'spouse_parent';
  if (judged.verdict !== 'proved' || !needsMarriage) return judged;
  if (isDivorced) return { ...judged, verdict: 'conflict' };
  // The marriage register is asked first; a household book alone cannot show that no divorce followed.
  return isSourceMissing ? { ...judged, verdict: 'unavailable' } : judged;
}
