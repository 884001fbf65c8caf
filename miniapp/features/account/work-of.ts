import { type Role } from '@contract/endpoint';
import { routes } from '@miniapp/platform/routes';

interface Work {
  readonly name: string;
  readonly label: string;
  readonly path: string;
}

const work: Partial<Record<Role, Work>> = {
  nurse: { name: '献血屋护士', label: '打开今日到场', path: routes.staffToday() },
  clerk: { name: '医院结算员', label: '打开出院减免', path: routes.settle() },
  gate: { name: '验码屏', label: '打开验码', path: routes.gate() },
  reviewer: { name: '减免审核员', label: '打开待审申请', path: routes.review() },
  operator: { name: '运营人员', label: '打开运行情况', path: routes.operations() },
};

/** Where a member of staff works; null for people. */
export const workOf = (role: Role): Work | null => work[role] ?? null;
