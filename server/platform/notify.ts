import { announce, defineEvent } from './events';
import type { Tx } from './tx';

export interface Kind {
  /** Values that the sentence needs; never a health fact. */
  readonly values: readonly string[];
  /** Also sent by SMS to a known phone; the host message and the in-app copy always go out. */
  readonly sms: boolean;
  /** The inbox keeps the latest of a day: what an earlier one said no longer holds. */
  readonly latestOnly?: true;
}

/** Every message that the service sends. The sentences live in features/notifications/sentences.ts. */
export const messageKinds = {
  'identity.bound': { values: [], sms: false },
  // By SMS too: somebody else may have done it, and the account that would show it is gone.
  'identity.unlinked': { values: ['host'], sms: true },
  'identity.phone-changed': { values: ['end'], sms: true },
  'assist.opened': { values: ['place'], sms: false },
  'delegation.given': { values: ['name'], sms: true },
  'delegation.received': { values: ['name'], sms: false },
  'delegation.ended': { values: ['name'], sms: false },
  'appointment.booked': { values: ['site', 'time'], sms: true },
  'appointment.moved': { values: ['site', 'time'], sms: true },
  'appointment.cancelled': { values: ['site', 'time'], sms: true },
  'appointment.cancelled-by-station': { values: ['site', 'time', 'reason', 'others', 'nearby'], sms: true },
  'appointment.cancelled-deferred': { values: ['site', 'time', 'again'], sms: true },
  'appointment.cancelled-by-form': { values: ['site', 'time', 'again'], sms: true },
  'appointment.cancelled-too-soon': { values: ['site', 'time'], sms: true },
  'waitlist.closed': { values: ['site', 'again'], sms: true },
  'appointment.place-changed': { values: ['time', 'address'], sms: true },
  'appointment.reminder': { values: ['site', 'time'], sms: true },
  'waitlist.offered': { values: ['site', 'time', 'until'], sms: true },
  'questionnaire.submitted': { values: ['site'], sms: false },
  'visit.checked-in': { values: ['number', 'site'], sms: false },
  'visit.called': { values: ['number', 'desk'], sms: false, latestOnly: true },
  'visit.ended-without-donation': { values: ['site'], sms: false },
  'donation.recorded': { values: ['site', 'amount'], sms: true },
  'donation.corrected': { values: [], sms: false },
  'privilege.entitled': { values: [], sms: true },
  'privilege.suspended': { values: [], sms: false },
  'privilege.restored': { values: [], sms: false },
  'privilege.place-answered': { values: ['place'], sms: false },
  'honor.offered': { values: [], sms: true },
  'honor.issued': { values: [], sms: true },
  'honor.refused': { values: [], sms: false },
  'honor.revoked': { values: [], sms: false },
  'waiver.received': { values: ['claim'], sms: false },
  'waiver.waiting': { values: ['claim'], sms: false },
  'waiver.approved': { values: ['claim', 'amount'], sms: true },
  'waiver.refused': { values: ['claim', 'day'], sms: true },
  'waiver.material-asked': { values: ['claim', 'day'], sms: true },
  'waiver.appeal-received': { values: ['claim', 'day'], sms: false },
  'waiver.appeal-refused': { values: ['claim'], sms: true },
  'waiver.needs-person': { values: ['claim'], sms: false },
  'waiver.settled': { values: ['hospital', 'amount'], sms: true },
  'waiver.reversed': { values: ['hospital', 'amount'], sms: true },
  'waiver.reduced': { values: ['hospital', 'amount', 'rest'], sms: true },
  'waiver.consent-asked': { values: ['claim'], sms: true },
  'waiver.consent-answered': { values: ['claim'], sms: false },
  'waiver.needs-letter': { values: ['claim'], sms: true },
  'waiver.paying': { values: ['claim', 'day'], sms: false },
  'waiver.paid': { values: ['claim', 'amount', 'netted'], sms: false },
  'waiver.account-wrong': { values: ['claim', 'reason'], sms: true },
  'waiver.claimed-back': { values: ['claim', 'amount'], sms: true },
  'waiver.balance-used': { values: ['amount'], sms: false },
  // One wording for every result: neither the words nor the hour say what was found.
  'result.ready': { values: [], sms: true },
  'reply.ready': { values: [], sms: false },
  // Goes to a phone that others may see: nothing of hospital, ward or illness can stand in it.
  'inpatient.notice': { values: [], sms: true },
  'care.how-are-you': { values: [], sms: false },
  'survey.invited': { values: ['site'], sms: false },
  'blood.used': { values: [], sms: false },
  'again.possible': { values: ['type'], sms: false },
} as const satisfies Record<string, Kind>;

/** Our name of the SMS with the digits that prove a phone number. It is sent while the person waits, and is in no inbox. */
export const bindCodeTemplate = 'identity.code';

export type MessageKind = keyof typeof messageKinds;
export type MessageValues<K extends MessageKind> = Record<(typeof messageKinds)[K]['values'][number], string>;

export interface MessageDue {
  personId: string;
  kind: MessageKind;
  values: Record<string, string>;
  /** Page of the app that it leads to, without leading slash. */
  page: string | null;
}

export const messageDue = defineEvent<MessageDue>('message.due');

/** Has a message written for a person, in the same transaction: inbox at once, other channels through the outbox. */
export const notify = <K extends MessageKind>(
  tx: Tx,
  personId: string,
  kind: K,
  values: MessageValues<K>,
  page: string | null = null,
): Promise<void> => announce(tx, messageDue, { personId, kind, values, page });
