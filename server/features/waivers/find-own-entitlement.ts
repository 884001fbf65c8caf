import type { Input, Output } from '@contract/endpoint';
import type { getEntitlement } from '@contract/waivers';
import { type WaiverRelation, waiverEntitlement } from '@rules/waiver';
import { ledgerOn, spentOf } from '@rules/waiver-ledger';
import { findDonor } from '@server/features/donors';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { clauseOf, entitlementLines, explain, formulaOf } from './explain-entitlement';
import { findFamilyUses } from './find-family-uses';
import { showLedger } from './ledger-words';
import { readLedger } from './ledger-open';

/** The three circles of people that the rules know, each shown by one relation of the circle. */
export async function findOwnEntitlement(
  tx: Tx,
  { on = tx.today }: Input<typeof getEntitlement>,
): Promise<Output<typeof getEntitlement>> {
  const donorId = personOf(tx.actor);
  tx.subject(donorId);
  const donor = await findDonor(tx, donorId);
  const { history, state: now, legs } = await readLedger(tx, donorId);
  // Of another day, the lines say what had been used by then.
  const state = on === tx.today ? now : ledgerOn(legs, on);
  const spent = spentOf(state);
  const circle = (relation: WaiverRelation) => {
    const entitlement = waiverEntitlement({
      ...{ donor: { rhd: donor?.rhd ?? undefined }, history, relation, usedOn: on, spent },
    });
    const { entitled, lifelong, quotaMl, quotaFen, lines, edition = '' } = entitlement;
    const shown = entitlementLines(entitlement).map((line, n) => {
      const of = lines[n];
      return { ...line, edition: of?.edition ?? edition, formula: of ? formulaOf(of) : '' };
    });
    const said = { clause: clauseOf(entitlement), edition, explanation: explain(entitlement) };
    return { relation, entitled, lifelong, quotaMl, quotaFen, ...said, lines: shown };
  };
  return {
    on,
    own: circle('self'),
    relatives: circle('parent'),
    extendedRelatives: circle('sibling'),
    ledger: { ...showLedger(state, legs, on), uses: await findFamilyUses(tx, donorId, legs, on) },
  };
}
