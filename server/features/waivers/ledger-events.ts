import type { LedgerKind } from '@rules/waiver-ledger';
import { defineEvent } from '@server/platform/events';

/** A claim's millilitres moved: spent, reversed, paid or called back. */
export const ledgerPosted = defineEvent<{
  claimId: string;
  donorId: string;
  kind: Extract<LedgerKind, 'spend' | 'reverse' | 'pay' | 'claw_back'>;
  ml: number;
}>('waiver-ledger.posted');

/** Blood was waived against a donation that no longer covers it, and no other does: a person has to look. */
export const ledgerShort = defineEvent<{ shortfallId: string; donorId: string; ml: number }>('waiver-ledger.short');
