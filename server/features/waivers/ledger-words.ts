import type { Output } from '@contract/endpoint';
import type { getEntitlement } from '@contract/waivers';
import type { CalendarDate } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { type LedgerGroup, type LedgerLeg, type LedgerState, readGiven, totalOf } from '@rules/waiver-ledger';
import { waiverVolumeMl } from '@rules/waiver';

type Shown = Omit<Output<typeof getEntitlement>['ledger'], 'uses'>;

const MOST = 400;

const ALWAYS: Readonly<Record<Exclude<LedgerLeg['kind'], 'earn'>, string>> = {
  convert: '满五年，倍数按规定改变',
  correct: '献血记录有更正，额度随之调整',
  follow: '已用的额度改由另一次献血承担',
  spend: '用血减免',
  reverse: '撤回减免，额度恢复',
  pay: '减免款项已支付',
  claw_back: '票据后来作废，额度恢复',
};

function earned({ given, ml, donationId, pool }: LedgerLeg): string {
  const donation = readGiven(donationId ?? '', given ?? '');
  const whose = pool === 'self' ? '本人' : '亲属';
  if (donation.type === 'stem_cells') return `${donation.on} 捐献造血干细胞，${whose}可用 ${0 - ml} 毫升`;
  const volumeMl = waiverVolumeMl(donation, getEdition('waiver', '2014-01-01'));
  const times = volumeMl > 0 && ml % volumeMl === 0 ? `${volumeMl} 毫升 × ${(0 - ml) / volumeMl}` : `${0 - ml} 毫升`;
  return `${donation.on} 献血 ${times}，${whose}可用`;
}

/** Each group as one entry: what it did to what can be used, or, free for life, what was used. */
function entriesOf(legs: LedgerGroup): Shown['entries'] {
  const entries: Shown['entries'] = [];
  let given: LedgerLeg | undefined;
  for (const leg of legs) {
    if (leg.account === 'source') given = leg;
    const { account, kind, on, pool, ml, clause, edition } = leg;
    if (account !== 'available' && account !== 'lifelong') continue;
    const text =
      kind === 'earn' && given?.donationId === leg.donationId ? earned(given) : kind === 'earn' ? '' : ALWAYS[kind];
    entries.push({ on, kind, pool, ml, clause, edition, text });
  }
  return entries;
}

/** The totals of a day and what led to them. */
export function showLedger(state: LedgerState, legs: LedgerGroup, on: CalendarDate): Shown {
  const of = (account: Parameters<typeof totalOf>[1], pool?: 'self' | 'relative') => totalOf(state, account, pool);
  const usedBy = (pool: 'self' | 'relative') =>
    [...state.uses.values()].reduce((ml, use) => (use.pool === pool ? ml + use.spent + use.paid : ml), 0);
  const paidMl = [...state.uses.values()].reduce((ml, use) => ml + use.paid, 0);
  return {
    earnedMl: 0 - of('source'),
    availableOwnMl: of('available', 'self'),
    availableRelativesMl: of('available', 'relative'),
    lapsedMl: of('lapsed'),
    usedByDonorMl: usedBy('self'),
    usedByRelativesMl: usedBy('relative'),
    paidMl,
    reversedMl: state.reversedMl,
    shortMl: 0 - of('short'),
    entries: entriesOf(legs.filter(leg => leg.on <= on)).slice(-MOST),
  };
}
