import { webCryptoCheck } from '@privilege-code/web-crypto';
import { isWeb } from '@miniapp/platform/build';
import { openKeptStores } from '@miniapp/platform/kept-stores';
import { gateStores, type LoneGate, openLoneGate } from './lone-gate';

let opened: Promise<LoneGate | null> | null = null;

async function open(): Promise<LoneGate | null> {
  // Without https a browser gives no crypto, and mini-programs have neither crypto nor a database: they ask the server only.
  const subtle = isWeb ? globalThis.crypto?.subtle : undefined;
  const kept = subtle && (await openKeptStores('gate', gateStores));
  if (!subtle || !kept) return null;
  const monotonic = () => performance.now() / 1000;
  return openLoneGate(kept, webCryptoCheck(subtle), { device: Date.now, monotonic });
}

/** One for the page, so that there is one replay set. */
export const theLoneGate = (): Promise<LoneGate | null> => (opened ??= open());
