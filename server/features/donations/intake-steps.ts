import type { IntakeBlock } from './intake-blocks';
import type { IntakeDraft } from './intake-draft';

/**
 * What goes into the register in one transaction: a block, or one of its parts. The parts of a block share no donor, so that
 * the next part, also the first of the next block, can be written before the one before it is committed.
 */
export interface IntakeStep {
  readonly part: number;
  readonly parts: number;
  readonly block: IntakeBlock;
  /** Must not share the database with another step of the same import. */
  readonly alone: boolean;
}

/** The index is a keyed hash, so that its first characters divide any set of people evenly. */
const partOf = ({ docIndex, repeated }: IntakeDraft, parts: number): number =>
  repeated ? parts - 1 : (docIndex.charCodeAt(0) + docIndex.charCodeAt(1)) % parts;

/**
 * A number that the file has named before stands in the last part, after all that the others may say of it, and alone, because
 * it may be about a person of another part.
 */
export function stepsOf(block: IntakeBlock, parts: number): IntakeStep[] {
  const drafts = Array.from({ length: parts }, (): IntakeDraft[] => []);
  for (const draft of block.drafts) drafts[partOf(draft, parts)]?.push(draft);
  return drafts.map((own, part) => ({
    part,
    parts,
    block: { ...block, drafts: own, problems: part === parts - 1 ? block.problems : [] },
    alone: parts === 1 || own.some(({ repeated }) => repeated),
  }));
}

export const isLastPart = ({ part, parts }: IntakeStep): boolean => part === parts - 1;

/** The line that as many rows reach as are in the register after the step, for whoever watches the progress. */
export const lineReached = ({ part, parts, block: { afterLine, lastLine } }: IntakeStep): number =>
  afterLine + Math.floor(((lastLine - afterLine) * (part + 1)) / parts);
