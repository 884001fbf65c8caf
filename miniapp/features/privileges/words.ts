import { getPrivilege, listPrivilegeUses, mintPrivilegeCode } from '@contract/privileges';
import { wordsFor } from '@miniapp/platform/words';
import { type IconName } from '@miniapp/ui/icon-paths';
import { type Scope } from './live-code';

export const say = wordsFor([getPrivilege, mintPrivilegeCode, listPrivilegeUses], {
  NOT_ENTITLED: '累计满 20 次后就可以使用优享码。',
  PRIVILEGE_SUSPENDED: '您的优享码已暂停使用，请拨打 96614 了解原因。',
  BAD_CURSOR: '列表已经更新，请返回后重新打开。',
  TOO_MANY_REQUESTS: details =>
    typeof details.retryAfterSeconds === 'number'
      ? `换码太频繁，${details.retryAfterSeconds} 秒后自动换新。`
      : '换码太频繁，稍后自动换新。',
});

/** Provincial hotline of the blood services. */
export const hotline = '96614';

interface ScopeWords {
  readonly name: string;
  /** On the ticket, and what a screen reader says. */
  readonly title: string;
  readonly icon: IconName;
  /** What it is good for, and where to hold it. */
  readonly free: string;
  readonly how: string;
}

export const scopeWords: Readonly<Record<Scope, ScopeWords>> = {
  transit: {
    name: '乘车',
    title: '乘公交、地铁',
    icon: 'bus',
    free: '免费乘坐城市公共交通',
    how: '对准车上或闸机的扫码口',
  },
  park: {
    name: '公园',
    title: '进公园、景点',
    icon: 'tree',
    free: '免费游览政府投资的公园、景点',
    how: '对准入口的扫码口，或给工作人员扫',
  },
  hospital: {
    name: '医院',
    title: '看门诊',
    icon: 'hospital',
    free: '免交普通门诊诊查费',
    how: '挂号或缴费时，给窗口工作人员扫',
  },
};
