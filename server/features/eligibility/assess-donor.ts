import type { Input, Output } from '@contract/endpoint';
import type { assessDonor as contract } from '@contract/eligibility';
import { completedYears } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { openName } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { findOverrides, overrideView } from './find-overrides';
import { assessPerson } from './next-dates';
import { getDonorByDocument } from './override-rule';
import { fullReason, mayOverride } from './reason-view';

/** What stands against the donor who is here, in full, for the doctor who may set some of it aside. */
export async function assessDonor(
  tx: Tx,
  { document, type }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const person = await getDonorByDocument(tx, document);
  const { verdict, date, reasons } = await assessPerson(tx, person.id, type, tx.today);
  const overrides = [];
  for (const row of await findOverrides(tx, person.id, tx.today)) overrides.push(await overrideView(tx, row));
  return {
    maskedName: maskName(openName(tx, person)),
    sex: person.sex,
    ageYears: completedYears(person.birthDate, tx.today),
    verdict,
    date: date ?? null,
    reasons: reasons.map(reason => ({ ...fullReason(reason), mayOverride: mayOverride(reason) })),
    overrides,
  };
}
