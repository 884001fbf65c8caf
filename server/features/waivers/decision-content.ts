import type { Finding } from '@rules/waiver-review';
import type { Tx } from '@server/platform/tx';
import type { WaiverReviewDecision } from './waiver-decision.entity';

/** Kept sealed: the words may tell of papers that tell of an illness. */
export interface DecisionContent {
  readonly words: string;
  readonly template: string;
  readonly version: string;
  readonly findings: readonly Finding[];
  readonly elsewhere: { readonly rule: string; readonly quotaFen: number } | null;
}

export const sealWords = (tx: Tx, text: string): string => tx.app.crypto.seal('health', text);
export const openWords = (tx: Tx, sealed: string): string => tx.app.crypto.open('health', sealed);

export const sealContent = (tx: Tx, content: DecisionContent): string => sealWords(tx, JSON.stringify(content));
export const openContent = (tx: Tx, { contentSealed }: Pick<WaiverReviewDecision, 'contentSealed'>): DecisionContent =>
  JSON.parse(openWords(tx, contentSealed)) as DecisionContent;
