import { mgopTransport } from '../mgop';
import { h5 } from './h5';
import { type Host } from './host';
import { attempt } from './mini-program';
import { findTicket } from './zheliban-ticket';
import { bridge } from './zwjs-bridge';

export const zheliban: Host = {
  ...h5,
  signInCode: () =>
    attempt(async () => {
      const found = await findTicket();
      return found ? { host: 'zheliban' as const, ...found } : null;
    }, null),
  uiStyle: () =>
    attempt(async () => {
      const answer = await (await bridge())?.getUiStyle?.();
      return answer?.uiStyle === 'elder' ? 'elder' : answer ? 'normal' : null;
    }, null),
  canScan: true,
  scan: () => attempt(async () => (await (await bridge())?.scan?.({ type: 'qrCode' }))?.text || null, null),
  // The review forbids jumps to other platforms, and the bridge has no map.
  openMap: () => Promise.resolve(false),
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
