import type { CalendarDate } from './calendar';
import type { Edition, Jurisdiction, Topic } from './edition-model';
import { appointmentEditions } from './editions/appointment';
import { awardEditions } from './editions/award';
import { badgeEditions } from './editions/badge';
import { deferralEditions, permanentEditions, screeningEditions } from './editions/deferral';
import { donationEditions } from './editions/donation';
import { localEditions } from './editions/donation-local';
import { honorCityEditions } from './editions/honor-city';
import { provincialEditions } from './editions/provincial-award';
import { serviceEditions } from './editions/service';
import { volunteerEditions } from './editions/volunteer';
import { waiverCityEditions, waiverEditions, waiverElsewhereEditions } from './editions/waiver';
import { waiverEvidenceEditions } from './editions/waiver-evidence';

export { valueText } from './edition-model';
export type { Edition, Jurisdiction, Rule, RuleForce, Topic } from './edition-model';

export const editions = {
  donation: donationEditions,
  local: localEditions,
  deferral: deferralEditions,
  permanent: permanentEditions,
  screening: screeningEditions,
  award: awardEditions,
  volunteer: volunteerEditions,
  provincial: provincialEditions,
  'honor-city': honorCityEditions,
  badge: badgeEditions,
  waiver: waiverEditions,
  'waiver-city': waiverCityEditions,
  'waiver-elsewhere': waiverElsewhereEditions,
  'waiver-evidence': waiverEvidenceEditions,
  appointment: appointmentEditions,
  service: serviceEditions,
} as const;

export type EditionOf<T extends Topic> = (typeof editions)[T][number];

const rules = (edition: Edition, on: CalendarDate): boolean =>
  edition.enabled && edition.effectiveFrom <= on && (edition.effectiveTo === undefined || on < edition.effectiveTo);

/** The edition in force on a day: that of the province if it has one, else the national one; of two, the later. */
export function selectEdition<E extends Edition<unknown>>(
  among: readonly E[],
  jurisdiction: Jurisdiction,
  on: CalendarDate,
): E | undefined {
  const inForce = among
    .filter(edition => rules(edition as Edition, on))
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  return (
    inForce.find(edition => edition.jurisdiction === jurisdiction) ??
    inForce.find(edition => edition.jurisdiction === 'CN')
  );
}

export function findEdition<T extends Topic>(topic: T, on: CalendarDate, jurisdiction: Jurisdiction = 'CN-ZJ') {
  return selectEdition<EditionOf<T>>(editions[topic] as readonly EditionOf<T>[], jurisdiction, on);
}

export function getEdition<T extends Topic>(
  topic: T,
  on: CalendarDate,
  jurisdiction: Jurisdiction = 'CN-ZJ',
): EditionOf<T> {
  const edition = findEdition(topic, on, jurisdiction);
  if (!edition) throw new RangeError(`no edition of the ${topic} rules for ${jurisdiction} on ${on}`);
  return edition;
}
