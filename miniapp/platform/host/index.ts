import { hostName } from '../build';
import { alipay } from './alipay';
import { h5 } from './h5';
import { type Host } from './host';
import { weapp } from './weapp';
import { zheliban } from './zheliban';

// The name is a constant of the build, so that only one of them ends up in the bundle.
export const host: Host =
  hostName === 'weapp' ? weapp : hostName === 'alipay' ? alipay : hostName === 'zheliban' ? zheliban : h5;

export type { CalendarEntry, Host, Place, Position } from './host';
