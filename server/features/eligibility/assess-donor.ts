import type { Input, Output } from '@contract/endpoint';
import type { assessDonor as contract } from '@contract/eligibility';
import { completedYears } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { isHelpedAt, openName } from '@server/features/identity';
import { findSitesOfToday } from '@server/features/questionnaires';
import { findSitesById } from '@server/features/sites';
import { organizationOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { assessPerson } from './assess-person';
import { findOverrides, overrideView } from './find-overrides';
import { getDonorByDocument } from './override-rule';
import { fullReason, mayOverride, publicReason } from './reason-view';

/**
 * Whether the donor is with this station today: a booking or visit at one of its sites, or staff of it act for the donor now. A
 * deferred donor is not checked in and not booked, so the counter opens the session in the donor's name first, and the donor is told.
 */
async function isWithUs(tx: Tx, personId: string): Promise<boolean> {
  const stationId = organizationOf(tx.actor);
  const sites = await findSitesById(tx, await findSitesOfToday(tx, personId));
  return [...sites.values()].some(site => site.stationId === stationId) || isHelpedAt(tx, personId, stationId);
}

/**
 * What stands against the donor who is here, in full, for the doctor who may set some of it aside. Of somebody who is with another
 * station, or nowhere, a number off a list tells no more than the donor's own refusals do: that there is a deferral.
 */
export async function assessDonor(
  tx: Tx,
  { document, type }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const person = await getDonorByDocument(tx, document);
  const { verdict, date, reasons } = await assessPerson(tx, person.id, type, tx.today);
  const inFull = await isWithUs(tx, person.id);
  const overrides = [];
  for (const row of await findOverrides(tx, person.id, tx.today))
    // What the own station has set aside it may also put back in force.
    if (inFull || row.stationId === organizationOf(tx.actor)) overrides.push(await overrideView(tx, row));
  return {
    maskedName: maskName(openName(tx, person)),
    sex: person.sex,
    ageYears: completedYears(person.birthDate, tx.today),
    inFull,
    verdict,
    date: date ?? null,
    reasons: reasons.map(reason =>
      inFull
        ? { ...fullReason(reason), mayOverride: mayOverride(reason) }
        : { ...publicReason(reason), mayOverride: reason.kind !== 'deferral' && mayOverride(reason) },
    ),
    overrides,
  };
}
