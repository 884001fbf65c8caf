import { mgopTransport } from '../mgop';
import { h5 } from './h5';
import { type Host } from './host';
import { attempt } from './mini-program';
import { findTicket, hasNewTicket } from './zheliban-ticket';
import { bridge } from './zwjs-bridge';

const openedKey = 'donor.opened';

/** The storage of a tab ends with it: each opening out of the app is a new one. */
function isNewOpening(): boolean {
  try {
    if (window.sessionStorage.getItem(openedKey)) return false;
    window.sessionStorage.setItem(openedKey, '1');
    return true;
  } catch {
    // Without storage nothing would tell a reload from an opening, and every reload would fetch a ticket.
    return false;
  }
}

export const zheliban: Host = {
  ...h5,
  signInCode: () =>
    attempt(async () => {
      const found = await findTicket();
      return found ? { host: 'zheliban' as const, ...found } : null;
    }, null),
  // Both are asked, so that the return from the sign-on page is no second opening.
  bringsPerson: () => [isNewOpening(), hasNewTicket()].includes(true),
  uiStyle: () =>
    attempt(async () => {
      const answer = await (await bridge())?.getUiStyle?.();
      return answer?.uiStyle === 'elder' ? 'elder' : answer ? 'normal' : null;
    }, null),
  canScan: true,
  scan: () => attempt(async () => (await (await bridge())?.scan?.({ type: 'qrCode' }))?.text || null, null),
  // The review forbids jumps to other platforms, and the bridge has no map.
  openMap: () => Promise.resolve(false),
  // The files of our server are not behind the gateway, and the bridge has no calendar.
  addToCalendar: () => Promise.resolve(false),
  phoneCall: number =>
    attempt(async () => {
      const zwjs = await bridge();
      if (zwjs?.phoneCall) await zwjs.phoneCall({ corpId: number });
      else await h5.phoneCall(number);
    }, undefined),
  setTitle: title => {
    document.title = title;
    void attempt(async () => (await bridge())?.setTitle?.({ title }), undefined);
  },
  drawsTitleBar: true,
  transport: mgopTransport,
};
