import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Clock } from '@server/platform/clock';
import { bindCodeTemplate, messageKinds } from '@server/platform/notify';
import type { Adapters } from '.';
import { AlipayLive } from './alipay/live';
import { startAlipaySimulator, type AlipaySimulator } from './alipay/simulator';
import { LiveCivilAffairs } from './civil-affairs/live';
import { CIVIL_AFFAIRS_PATHS, civilAffairsInterfaces } from './civil-affairs/simulator';
import { LiveDataSharing } from './data-sharing/live';
import { emptyRegister, type SimulatedRegister } from './data-sharing/register';
import { MemorySecretStore, SecretKeeper } from './data-sharing/secret-keeper';
import { RequestSecretSigner } from './data-sharing/signers';
import { simulateDataSharing, type DataSharingSimulator } from './data-sharing/simulator';
import { LiveFinance } from './finance/live';
import { FINANCE_PATHS, financeInterfaces } from './finance/simulator';
import { LiveHospitalBilling } from './hospitals/live';
import type { HospitalBill } from './hospitals/port';
import { simulateHospitalBilling } from './hospitals/simulator';
import { LocalDisk } from './object-storage/local-disk';
import { LivePublicSecurity } from './public-security/live';
import { PUBLIC_SECURITY_PATHS, publicSecurityInterfaces } from './public-security/simulator';
import { SmsLive } from './sms/live';
import { startSmsSimulator, type SmsSimulator } from './sms/simulator';
import { LiveStations } from './stations/live';
import { simulateStation, type StationSimulator } from './stations/simulator';
import { WechatLive } from './wechat/live';
import { startWechatSimulator, type WechatSimulator } from './wechat/simulator';
import { ZhelibanLive } from './zheliban/live';
import { startZhelibanSimulator, type ZhelibanSimulator } from './zheliban/simulator';

/** The simulators of this process, for the demo people and the tests. */
export interface Simulators {
  readonly wechat: WechatSimulator;
  readonly alipay: AlipaySimulator;
  readonly zheliban: ZhelibanSimulator;
  readonly sms: SmsSimulator;
  readonly dataSharing: DataSharingSimulator;
  /** What police, civil affairs, health commission and finance know. */
  readonly register: SimulatedRegister;
  /** Treatments of all hospitals by their business number. */
  readonly treatments: Map<string, HospitalBill>;
  /** One station system that answers for every station that was connected. */
  readonly station: StationSimulator;
  /** Makes the simulated station system answer for this station too. */
  connectStation(code: string): void;
}

const newNonce = () => randomBytes(16).toString('hex');
const newSecret = () => randomBytes(24).toString('base64url');

const smsTemplates = {
  ...Object.fromEntries(
    Object.entries(messageKinds).map(([kind, { values }]) => [kind, { kind: 'notice' as const, params: [...values] }]),
  ),
  [bindCodeTemplate]: { kind: 'code' as const, params: ['code'] },
};

/** The registers over one simulated data platform. */
async function openRegisters(clock: () => number) {
  const register = emptyRegister();
  const [appKey, appSecret] = [newNonce(), newSecret()];
  const simulator = await simulateDataSharing({
    clock,
    apps: { [appKey]: appSecret },
    interfaces: {
      ...publicSecurityInterfaces(register),
      ...civilAffairsInterfaces(register),
      ...financeInterfaces(register),
    },
  });
  const { baseUrl } = simulator;
  const store = new MemorySecretStore();
  const transport = new LiveDataSharing({
    baseUrl,
    clock,
    matter: { powerMatters: 'demo', subPowerMatters: 'demo', accesscardId: 'demo' },
    signer: new RequestSecretSigner(
      appKey,
      new SecretKeeper({ baseUrl, appKey, appSecret, clock, store, timeoutMs: 5000 }),
      clock,
    ),
  });
  return { register, simulator, transport };
}

/** Every outside system answered in this process over loopback HTTP, with the same clients as in production. */
export async function openSimulated(clock: Clock, dataDir: string, uploadSecret: string): Promise<Adapters> {
  const date = () => new Date(clock.millis());
  const millis = () => clock.millis();
  const treatments = new Map<string, HospitalBill>();
  const hospitalApp = { appid: 'demo', key: newSecret() };
  const stationSecret = newSecret();
  const [wechat, alipay, zheliban, sms, registers, hospital, station] = await Promise.all([
    startWechatSimulator({ clock: date }),
    startAlipaySimulator({ clock: date }),
    startZhelibanSimulator({ clock: date }),
    startSmsSimulator({ clock: date, templates: smsTemplates }),
    openRegisters(millis),
    simulateHospitalBilling({ ...hospitalApp, treatments }),
    simulateStation({ secret: stationSecret, clock: millis, otherUnits: 'stored' }),
  ]);
  const { transport, register, simulator: dataSharing } = registers;
  const billing = new LiveHospitalBilling({ ...hospitalApp, baseUrl: hospital.baseUrl, nonce: newNonce });
  const stations = new Map<string, { baseUrl: string; secret: string }>();
  return {
    wechat: new WechatLive(wechat.config, date),
    alipay: new AlipayLive(alipay.config, date),
    zheliban: new ZhelibanLive(zheliban.config, date),
    sms: new SmsLive(sms.config),
    publicSecurity: new LivePublicSecurity({ transport, paths: PUBLIC_SECURITY_PATHS }),
    civilAffairs: new LiveCivilAffairs({ transport, paths: CIVIL_AFFAIRS_PATHS }),
    finance: new LiveFinance({ transport, paths: FINANCE_PATHS }),
    hospital: () => billing,
    stations: new LiveStations({ machineId: 'donor-service', stations, clock: millis, nonce: newNonce }),
    objectStorage: new LocalDisk(path.join(dataDir, 'objects'), uploadSecret, date),
    simulators: {
      wechat,
      alipay,
      zheliban,
      sms,
      dataSharing,
      register,
      treatments,
      station,
      connectStation: code => void stations.set(code, { baseUrl: station.baseUrl, secret: stationSecret }),
    },
    async close() {
      await Promise.all([wechat, alipay, zheliban, sms, dataSharing, hospital, station].map(each => each.close()));
    },
  };
}
