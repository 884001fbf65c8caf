export type HostName = 'weapp' | 'alipay' | 'h5' | 'zheliban';

/** What config/index.ts wrote into the bundle. */
export const hostName = (process.env.HOST ?? 'h5') as HostName;
/** h5 and zheliban render into a real DOM, where native elements bring keyboard and screen reader with them. */
export const isWeb = process.env.TARO_ENV === 'h5';
/** Empty on the web: the same origin serves the page and the API. */
export const apiBase = process.env.API_BASE ?? '';
export const mgopSettings = {
  host: process.env.MGOP_HOST || 'https://mapi.zjzwfw.gov.cn',
  /** The gateway answers 3005 to this one; the real one comes with the registration (docs/integration/zheliban.md). */
  appKey: process.env.MGOP_APP_KEY || 'not+registered+yet',
  prefix: process.env.MGOP_PREFIX || 'mgop.zjblood.donor',
};
export const zhelibanServiceCode = process.env.ZHELIBAN_SERVICE_CODE ?? '';
