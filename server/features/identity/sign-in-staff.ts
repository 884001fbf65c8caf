import type { signInStaff as contract } from '@contract/identity';
import type { Input } from '@contract/endpoint';
import { Refusal, common } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { inTransaction } from '@server/platform/tx';
import { countAttempt, forgiveAttempts } from './count-attempt';
import { openSession, type SessionPair } from './open-session';
import { isPassword } from './password';
import { StaffMember } from './staff-member.entity';

const wrongTries = { scope: 'password', most: 5, windowSeconds: 15 * 60 };

/** The password is checked between two transactions: it takes 100 ms on purpose. */
export async function signInStaff(request: RequestScope, input: Input<typeof contract>): Promise<SessionPair> {
  const account = input.account.toLowerCase();
  const limit = { ...wrongTries, subject: account };
  const attempt = await inTransaction(request.app, request, tx => countAttempt(tx, limit));
  if (!attempt.allowed) throw common('TOO_MANY_REQUESTS', 'too_many', { retryAfterSeconds: attempt.retryAfterSeconds });
  const staff = await request.read(tx => tx.em.findOneBy(StaffMember, { account, active: true }));
  if (staff) request.subject(staff.id);
  if (!(await isPassword(input.password, staff?.passwordHash)) || !staff)
    throw new Refusal('WRONG_PASSWORD', 'not_allowed');
  return request.transaction(async tx => {
    await forgiveAttempts(tx, limit);
    const { role, organizationId, siteId } = staff;
    return openSession(tx, { ownerId: staff.id, role, organizationId, siteId });
  });
}
