import type { Clock } from '@server/platform/clock';
import type { Config } from '@server/platform/config';
import type { Alipay } from './alipay/port';
import type { Wechat } from './wechat/port';

/** Every outside system, each behind its port. */
export interface Adapters {
  readonly wechat: Wechat;
  readonly alipay: Alipay;
  close(): Promise<void>;
}

/** Live clients; with the simulators on they speak the real protocol to simulators in this process. */
export async function openAdapters(_config: Config, _clock: Clock): Promise<Adapters> {
  throw new Error('not wired yet');
}
