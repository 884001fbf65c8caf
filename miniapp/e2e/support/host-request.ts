import { type HostCall, type HostKind, type HostOptions } from '@miniapp/testing/mini-program-host';

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const headersOf = ({ header, headers }: HostOptions): Record<string, string> =>
  Object.assign({}, header, headers) as Record<string, string>;

async function send(baseUrl: string, options: HostOptions): Promise<{ status: number; data: unknown }> {
  // The address of the production server is built in; only what follows it counts here.
  const { pathname, search } = new URL(options.url ?? '');
  const reply = await fetch(baseUrl + pathname + search, {
    method: String(options.method ?? 'GET'),
    headers: headersOf(options),
    ...(typeof options.data === 'string' ? { body: options.data } : {}),
  });
  return { status: reply.status, data: readJson(await reply.text()) };
}

/** `wx.request` and `my.request` as the hosts answer them, over HTTP to the real server. */
export function requestTo(kind: HostKind, baseUrl: string): HostCall {
  return options => {
    send(baseUrl, options)
      .then(({ status, data }) => {
        if (kind === 'weapp') options.success?.({ statusCode: status, data, header: {}, errMsg: 'request:ok' });
        else if (status < 400) options.success?.({ status, data, headers: {} });
        // Alipay counts every such status as a failure of the call and puts the reply into it.
        else options.fail?.({ error: 19, errorMessage: 'http status error', status, data, headers: {} });
      })
      .catch((failure: unknown) => options.fail?.({ errMsg: `request:fail ${String(failure)}`, error: 12 }))
      .finally(() => options.complete?.({}));
    return { abort: () => undefined };
  };
}
