import { hostName } from './build';

/**
 * Has the browser keep the pages, so that they open again without a network. For the pages that are of use there: whoever only books
 * loads nothing more. Not in 浙里办, whose program decides where its pages come from.
 */
export function keepPages(): void {
  if (hostName !== 'h5' || !('serviceWorker' in navigator)) return;
  // Without it everything works as before, with a network.
  navigator.serviceWorker.register('/offline-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
}
