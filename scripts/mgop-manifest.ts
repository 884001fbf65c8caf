import { type AnyEndpoint } from '../types/contract/endpoint';
import { mgopName } from '../miniapp/platform/mgop';

/** One API as it is registered with 浙里办: the name that the page calls, and where the gateway takes the call. */
export interface MgopApi {
  readonly api: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
}

// The gateway needs only what a person may do; demonstration people exist nowhere but on a developer's machine.
const isRegistered = ({ who, path }: AnyEndpoint): boolean =>
  (who.includes('visitor') || who.includes('citizen')) && !path.startsWith('/api/demo/');

export const mgopManifest = (endpoints: readonly AnyEndpoint[]): MgopApi[] =>
  endpoints
    .filter(isRegistered)
    .map(({ name, method, path, summary }) => ({ api: mgopName(name), method, path, summary }))
    .sort((one, other) => (one.api < other.api ? -1 : 1));
