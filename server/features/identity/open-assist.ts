import type { openAssist as contract } from '@contract/assist';
import type { Input, Output } from '@contract/endpoint';
import { findOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { notify } from '@server/platform/notify';
import { Refusal, common } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { inTransaction, type Tx } from '@server/platform/tx';
import { countAttempt } from './count-attempt';
import { findPersonByDocument, openName } from './find-people';
import { openAssistance } from './open-assistance';
import { proveInPerson } from './prove-in-person';
import { isSameName } from './same-name';
import { StaffMember } from './staff-member.entity';

/** A busy counter serves one donor every two minutes; whoever tries numbers is soon done. */
const look = { scope: 'assist', most: 40, windowSeconds: 3600 };

export const notMatched = (): Refusal => new Refusal('PERSON_NOT_MATCHED', 'conflict');

/** In a transaction of its own: the refusal that follows must not give the try back. */
export async function countLook(request: RequestScope): Promise<void> {
  const subject = request.actor.staffId ?? '';
  const attempt = await inTransaction(request.app, request, tx => countAttempt(tx, { ...look, subject }));
  if (!attempt.allowed) throw common('TOO_MANY_REQUESTS', 'too_many', { retryAfterSeconds: attempt.retryAfterSeconds });
}

/** The donor stands at the counter, has shown the document and was asked. */
export async function openAssist(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const staff = await tx.em.findOneBy(StaffMember, { id: tx.actor.staffId ?? '', active: true });
  if (!staff) throw common('NOT_ALLOWED', 'not_allowed');
  const person = await findPersonByDocument(tx, input.document.docType, input.document.docNumber);
  if (!person || !isSameName(openName(tx, person), input.name)) throw notMatched();
  tx.subject(person.id);
  await proveInPerson(tx, person.id);
  const organizationId = organizationOf(tx.actor);
  const opened = await openAssistance(tx, person, {
    kind: 'staff',
    helperId: staff.id,
    organizationId,
    delegationId: null,
    agreed: 'present_and_asked',
  });
  const place = (await findOrganization(tx, organizationId))?.name ?? '血站';
  await notify(tx, person.id, 'assist.opened', { place }, 'features/assist/pages/helped');
  return opened;
}
