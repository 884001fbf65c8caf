import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { type LinkedRelative } from './claim-draft';

/** How old the proof is, and whether a register is asked again. */
export const sayLink = ({ provedOn, freshUntil }: LinkedRelative): string =>
  `${sayMonthDay(provedOn)}核对过，${freshUntil ? `${sayMonthDay(freshUntil)}以前申请不用再查` : '再申请时要重新查询'}`;
