import { isWeb } from './build';

/** Does it whenever the browser says that the network is back. Answers how to stop. */
export function whenOnline(act: () => void): () => void {
  if (!isWeb) return () => undefined;
  window.addEventListener('online', act);
  return () => window.removeEventListener('online', act);
}
