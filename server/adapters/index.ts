import { createHmac } from 'node:crypto';
import type { Clock } from '@server/platform/clock';
import type { Config } from '@server/platform/config';
import type { Alipay } from './alipay/port';
import type { CivilAffairs } from './civil-affairs/port';
import type { Finance } from './finance/port';
import type { HospitalBilling } from './hospitals/port';
import { openLive } from './open-live';
import type { ObjectStorage } from './object-storage/port';
import { openSimulated, type Simulators } from './open-simulated';
import type { PublicSecurity } from './public-security/port';
import type { Sms } from './sms/port';
import type { Stations } from './stations/port';
import type { Wechat } from './wechat/port';
import type { Zheliban } from './zheliban/port';

export type { Simulators };

/** Every outside system, each behind its port. */
export interface Adapters {
  readonly wechat: Wechat;
  readonly alipay: Alipay;
  readonly zheliban: Zheliban;
  readonly sms: Sms;
  readonly publicSecurity: PublicSecurity;
  readonly civilAffairs: CivilAffairs;
  readonly finance: Finance;
  /** Billing platform of the hospital with this code; undefined when it is not connected. */
  hospital(code: string): HospitalBilling | undefined;
  readonly stations: Stations;
  readonly objectStorage: ObjectStorage;
  /** Doors of the simulators for the demo and the tests; missing in production. */
  readonly simulators?: Simulators;
  close(): Promise<void>;
}

/** Live clients; with the simulators on they speak the real protocol to simulators in this process. */
export async function openAdapters(config: Config, clock: Clock): Promise<Adapters> {
  // One for all copies of the server: any of them takes what another has permitted.
  const uploadSecret = createHmac('sha256', config.sessionSecret).update('object-storage.upload').digest('base64');
  return config.simulators
    ? openSimulated(clock, config.dataDir, uploadSecret)
    : openLive(config.adapters, clock, uploadSecret);
}
