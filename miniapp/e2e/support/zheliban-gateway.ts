import { mgopSettings } from '@miniapp/platform/build';
import { registeredApis } from '@miniapp/testing/registered-apis';
import { mgopHandler, type MgopOptions } from '@server/adapters/zheliban/mgop-simulator';

const registered = new Map(registeredApis.map(entry => [entry.api, entry]));
const passedOn = ['authorization', 'idempotency-key', 'content-type'];

/** The gateway knows nothing but the list: a call of a page that is not on it never reaches the server. */
function forwardTo(baseUrl: string): MgopOptions['forward'] {
  return async ({ api, headers, body }) => {
    const entry = registered.get(api);
    if (!entry) throw new Error(`${api} is not registered`);
    const { method } = entry;
    const query = method === 'GET' ? `?${new URLSearchParams(JSON.parse(body) as Record<string, string>)}` : '';
    const reply = await fetch(baseUrl + entry.path + query, {
      method,
      headers: passedOn.flatMap((name): [string, string][] => (headers[name] ? [[name, String(headers[name])]] : [])),
      ...(method === 'POST' ? { body } : {}),
    });
    return { status: reply.status, body: await reply.json() };
  };
}

/** `/h5/mgop` in front of the real server. */
export const gatewayTo = (baseUrl: string) =>
  mgopHandler({
    clock: () => new Date(),
    appKey: mgopSettings.appKey,
    knows: api => registered.has(api),
    forward: forwardTo(baseUrl),
  });
