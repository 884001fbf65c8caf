import { sayYuan } from '@miniapp/platform/money';

/** Nothing and zero both mean that no bill said how much of it was blood. */
export const sayFee = ({ bloodFeeFen }: { readonly bloodFeeFen: number | null }): string =>
  bloodFeeFen ? `${sayYuan(bloodFeeFen)} 元` : '还没有认定';
