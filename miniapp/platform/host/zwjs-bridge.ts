/** What this service uses of ZWJSBridge 1.1.0. Not every container has every function, so each is optional. */
export interface ZwjsBridge {
  onReady?(callback: () => void): void;
  ssoTicket?(options: object): Promise<{ result?: boolean; ticketId?: string }>;
  openLink?(options: { url?: string; type?: 'reload' }): Promise<{ ticketId?: string } | undefined>;
  getUiStyle?(): Promise<{ uiStyle?: string }>;
  scan?(options: { type: 'qrCode' }): Promise<{ text?: string }>;
  phoneCall?(options: { corpId: string }): Promise<unknown>;
  setTitle?(options: { title: string }): Promise<unknown>;
  close?(): Promise<unknown>;
}

declare global {
  interface Window {
    ZWJSBridge?: ZwjsBridge;
  }
}

/** The script of the host loads beside ours; outside the app it may never come. */
const patienceMs = 3_000;
const lookEveryMs = 50;

let found: Promise<ZwjsBridge | null> | undefined;

export function bridge(): Promise<ZwjsBridge | null> {
  found ??= wait();
  return found;
}

async function wait(): Promise<ZwjsBridge | null> {
  for (let waited = 0; !window.ZWJSBridge && waited < patienceMs; waited += lookEveryMs)
    await new Promise(resolve => setTimeout(resolve, lookEveryMs));
  const zwjs = window.ZWJSBridge;
  if (!zwjs) return null;
  const { onReady } = zwjs;
  if (!onReady) return zwjs;
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(null), patienceMs);
    onReady.call(zwjs, () => {
      clearTimeout(timer);
      resolve(zwjs);
    });
  });
}
