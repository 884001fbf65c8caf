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

/** The script of the host loads beside ours; a page outside the app never gets one. */
const patienceMs = 3_000;

export function bridge(): Promise<ZwjsBridge | null> {
  const found = window.ZWJSBridge;
  if (!found) return Promise.resolve(null);
  const { onReady } = found;
  if (!onReady) return Promise.resolve(found);
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(null), patienceMs);
    onReady.call(found, () => {
      clearTimeout(timer);
      resolve(found);
    });
  });
}
