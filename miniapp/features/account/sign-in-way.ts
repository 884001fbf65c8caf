import { type HostName, hostName } from '@miniapp/platform/build';

/** What the button of this host says; a plain browser can prove nobody's identity. */
const labels: Readonly<Record<HostName, string | null>> = {
  weapp: '微信登录',
  alipay: '支付宝登录',
  zheliban: '浙里办登录',
  h5: null,
};

export const hostSignInLabel = labels[hostName];
