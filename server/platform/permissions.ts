import { roles, type Role } from '@contract/endpoint';

const everybody = roles;
const people: readonly Role[] = ['visitor', 'citizen'];
const signedIn: readonly Role[] = ['visitor', 'citizen', 'nurse', 'clerk', 'reviewer', 'operator', 'gate'];

/** Which roles hold which permission. The one place that grants; the contracts' `who` is what the tests expect of it. */
export const grants = {
  'session:open': everybody,
  'session:use': signedIn,
  'demo:use': everybody,
  'consent:decide': people,
  'certificate:read-own': ['citizen'],
  'certificate:share': ['citizen'],
  'certificate:verify': everybody,
  'honor:read-own': ['citizen'],
  'growth:read-own': ['citizen'],
  'volunteer:read-own': ['citizen'],
  'volunteer:record': ['nurse', 'operator'],
  'honor:apply': ['citizen'],
  'honor:verify': everybody,
  'honor:review': ['reviewer'],
  'identity:bind': ['visitor'],
  'identity:show-account': ['visitor', 'citizen'],
  'identity:assist': ['nurse'],
  'identity:end-assist': ['citizen', 'nurse'],
  'identity:delegate': ['citizen'],
  'intake:deliver': ['station'],
  'site:read': everybody,
  'site:plan': ['nurse', 'operator'],
  'eligibility:read-own': ['citizen'],
  'eligibility:override': ['nurse'],
  'appointment:book': ['citizen'],
  'group:plan': ['nurse', 'operator'],
  'group:join': people,
  'group:count': everybody,
  'questionnaire:answer': ['citizen'],
  'questionnaire:read-own': ['citizen'],
  'questionnaire:examine': ['nurse'],
  'donation:tell-station': ['citizen'],
  'late-information:read': ['nurse'],
  'visit:arrive': ['citizen'],
  'visit:serve': ['nurse'],
  'visit:screen': everybody,
  'privilege:use': ['citizen'],
  'privilege:keys': everybody,
  'privilege:suspend': ['operator'],
  'privilege:card': ['nurse', 'operator'],
  'privilege:withdraw-key': ['operator'],
  'gate:verify': ['gate'],
  'gate:manage': ['operator'],
  'privilege:places': everybody,
  'waiver:claim': ['citizen'],
  'waiver:read-claim': ['citizen', 'reviewer'],
  'waiver:review': ['reviewer'],
  'waiver:settle': ['clerk', 'hospital'],
  'stay:report': ['hospital'],
  'hospital:list': ['citizen', 'clerk', 'reviewer', 'operator'],
  'message:read-own': people,
  'message:choose': ['citizen'],
  'result:deliver': ['station'],
  'result:read-own': ['citizen'],
  'care:report': ['citizen'],
  'survey:answer': ['citizen'],
  'survey:scores': ['operator'],
  'case:work': ['nurse', 'reviewer', 'operator'],
  'operations:read': ['operator'],
  'audit:read': ['operator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof grants;

export const holds = (role: Role, permission: Permission): boolean =>
  (grants[permission] as readonly Role[]).includes(role);
