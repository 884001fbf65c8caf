import { randomBytes } from 'node:crypto';
import type { Clock } from '@server/platform/clock';
import { ConfigError } from '@server/platform/config';
import { z } from 'zod';
import type { Adapters } from '.';
import { AlipayLive } from './alipay/live';
import { alipayConfigSchema } from './alipay/port';
import { LiveCivilAffairs } from './civil-affairs/live';
import { LiveDataSharing } from './data-sharing/live';
import { MemorySecretStore, SecretKeeper } from './data-sharing/secret-keeper';
import { GatewaySigner, RequestSecretSigner } from './data-sharing/signers';
import { LiveFinance } from './finance/live';
import { LiveHospitalBilling } from './hospitals/live';
import { LiveObjectStorage } from './object-storage/live';
import { LocalDisk } from './object-storage/local-disk';
import { objectStorageConfigSchema } from './object-storage/port';
import { LivePublicSecurity } from './public-security/live';
import { SmsLive } from './sms/live';
import { smsConfigSchema } from './sms/port';
import { LiveStations } from './stations/live';
import { WechatLive } from './wechat/live';
import { wechatConfigSchema } from './wechat/port';
import { ZhelibanLive } from './zheliban/live';
import { zhelibanConfigSchema } from './zheliban/port';

const word = z.string().min(1);

const dataSharingSchema = z.object({
  baseUrl: z.url(),
  signer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('request-secret'), appKey: word, appSecret: word }),
    z.object({ kind: z.literal('gateway'), accessKey: word, secretKey: word }),
  ]),
  matter: z.object({ powerMatters: word, subPowerMatters: word, accesscardId: word }),
  /** Paths of the interfaces as granted. */
  paths: z.object({
    population: word,
    household: word,
    marriage: word,
    birth: word,
    verifyBill: word,
    findBills: word,
  }),
  timeoutMs: z.number().int().positive().default(5000),
});

const settings = {
  ADAPTER_WECHAT: wechatConfigSchema,
  ADAPTER_ALIPAY: alipayConfigSchema,
  ADAPTER_ZHELIBAN: zhelibanConfigSchema,
  ADAPTER_SMS: smsConfigSchema,
  ADAPTER_DATA_SHARING: dataSharingSchema,
  /** `{"hospitals":[]}` while none is connected. */
  ADAPTER_HOSPITALS: z.object({
    hospitals: z.array(z.object({ code: word, baseUrl: z.url(), appid: word, key: word })),
  }),
  ADAPTER_STATIONS: z.object({
    machineId: word,
    stations: z.array(z.object({ code: word, baseUrl: z.url(), secret: word })),
  }),
  ADAPTER_OBJECT_STORAGE: objectStorageConfigSchema,
};
type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]> };

const folderOf = (variable: string) => variable.replace('ADAPTER_', '').toLowerCase().replace('_', '-');

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every missing or wrong setting in one go; only names of fields, since the values are secrets. */
function readSettings(texts: Readonly<Record<string, string>>): Settings {
  const problems: string[] = [];
  const read = Object.entries(settings).map(([variable, schema]) => {
    const manual = `see server/adapters/${folderOf(variable)}/README.md`;
    const text = texts[variable];
    if (!text) problems.push(`set ${variable}: a JSON object, ${manual}`);
    const parsed = schema.safeParse(readJson(text ?? '{}'));
    if (text && !parsed.success)
      for (const issue of parsed.error.issues)
        problems.push(
          `${variable}: ${issue.path.join('.') || 'the text'} is missing or wrong (${issue.code}), ${manual}`,
        );
    return [variable, parsed.data] as const;
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(read) as Settings;
}

const newNonce = () => randomBytes(16).toString('hex');

export function openLive(texts: Readonly<Record<string, string>>, clock: Clock, uploadSecret: string): Adapters {
  const read = readSettings(texts);
  const files = read.ADAPTER_OBJECT_STORAGE;
  const date = () => new Date(clock.millis());
  const millis = () => clock.millis();
  const { baseUrl, signer, matter, paths, timeoutMs } = read.ADAPTER_DATA_SHARING;
  const transport = new LiveDataSharing({
    baseUrl,
    matter,
    timeoutMs,
    clock: millis,
    signer:
      signer.kind === 'gateway'
        ? new GatewaySigner(signer, millis)
        : new RequestSecretSigner(
            signer.appKey,
            new SecretKeeper({ ...signer, baseUrl, timeoutMs, clock: millis, store: new MemorySecretStore() }),
            millis,
          ),
  });
  const hospitals = new Map(
    read.ADAPTER_HOSPITALS.hospitals.map(({ code, ...options }) => [
      code,
      new LiveHospitalBilling({ ...options, nonce: newNonce }),
    ]),
  );
  return {
    wechat: new WechatLive(read.ADAPTER_WECHAT, date),
    alipay: new AlipayLive(read.ADAPTER_ALIPAY, date),
    zheliban: new ZhelibanLive(read.ADAPTER_ZHELIBAN, date),
    sms: new SmsLive(read.ADAPTER_SMS),
    publicSecurity: new LivePublicSecurity({ transport, paths }),
    civilAffairs: new LiveCivilAffairs({ transport, paths }),
    finance: new LiveFinance({ transport, paths: { verify: paths.verifyBill, find: paths.findBills } }),
    hospital: code => hospitals.get(code),
    stations: new LiveStations({
      machineId: read.ADAPTER_STATIONS.machineId,
      stations: new Map(read.ADAPTER_STATIONS.stations.map(({ code, ...station }) => [code, station])),
      clock: millis,
      nonce: newNonce,
    }),
    objectStorage: files.kind === 'oss' ? new LiveObjectStorage(files) : new LocalDisk(files.folder, uploadSecret),
    close: () => Promise.resolve(),
  };
}
