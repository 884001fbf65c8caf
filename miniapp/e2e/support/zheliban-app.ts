import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type Page, type Request, type Route } from 'playwright-core';
import { ssoTicket } from './persona-code';
import { gatewayTo } from './zheliban-gateway';

const built = path.resolve(__dirname, '../../../build');
const gatewayHost = 'https://mapi.zjzwfw.gov.cn';
/** Where the platform serves the folder `build` of an app with this id. */
const folder = `${gatewayHost}/web/mgop/gov-open/zj/2002000001/reserved/`;
const bridgeScript = 'https://assets.zjzwfw.gov.cn/assets/ZWJSBridge/1.1.0/zwjsbridge.js';

/** What the app's own script gives to a page, answered by the functions that `openZheliban` exposes. */
const bridgeStub = `
  window.ZWJSBridge = {
    onReady: ready => setTimeout(ready),
    ssoTicket: () => window.appTicket(),
    getUiStyle: () => window.appUiStyle(),
    setTitle: ({ title }) => window.appTitle(title),
  };
`;

export interface ZhelibanApp {
  /** The page of the last opening. */
  readonly page: Page;
  /** Everything the page has asked for, in the order of asking. */
  readonly requests: readonly Request[];
  readonly errors: readonly string[];
  readonly titles: readonly string[];
  /** Tickets that the page has taken. */
  readonly tickets: readonly string[];
  /** Somebody else signs on to the app. */
  signOn(personaId: string): void;
  /** Opens the service as a tap on it in the app does. */
  open(route?: string): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

export interface AppSettings {
  /** Who has signed on to the app; nobody when left out. */
  readonly personaId?: string;
  readonly uiStyle?: 'normal' | 'elder';
}

async function serveFile(route: Route, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(new URL(folder).pathname.length);
  const file = path.join(built, name);
  if (name === '' || !fs.existsSync(file)) await route.fulfill({ status: 404, body: '' });
  else await route.fulfill({ path: file });
}

/**
 * The app of 浙里办 around the folder `build`, at the addresses of the real one. Nothing leaves this machine: whatever the page asks for
 * is answered here, and what the app does not have is an error.
 */
export async function openZheliban(
  browser: Browser,
  baseUrl: string,
  settings: AppSettings = {},
): Promise<ZhelibanApp> {
  const { uiStyle = 'normal' } = settings;
  let personaId = settings.personaId;
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const [requests, errors, titles, tickets]: [Request[], string[], string[], string[]] = [[], [], [], []];
  const gateway = gatewayTo(baseUrl);

  async function callGateway(route: Route, request: Request): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url());
    const reply = await gateway({
      method: request.method(),
      path: pathname,
      rawQuery: search.slice(1),
      query: searchParams,
      headers: request.headers(),
      body: request.postData() ?? '',
    });
    await route.fulfill(reply);
  }

  await context.route('**', async (route, request) => {
    requests.push(request);
    const url = request.url();
    if (url === bridgeScript) await route.fulfill({ contentType: 'text/javascript', body: bridgeStub });
    else if (url.startsWith(`${gatewayHost}/h5/mgop?`)) await callGateway(route, request);
    else if (url.startsWith(folder)) await serveFile(route, url);
    else {
      errors.push(`the page asked for ${url}`);
      await route.abort();
    }
  });
  await context.exposeFunction('appTicket', async () => {
    if (!personaId) return { result: false };
    const ticketId = await ssoTicket(baseUrl, personaId);
    tickets.push(ticketId);
    return { result: true, ticketId };
  });
  await context.exposeFunction('appUiStyle', () => ({ uiStyle }));
  await context.exposeFunction('appTitle', (title: string) => void titles.push(title));
  context.setDefaultTimeout(40_000);
  context.on('weberror', failure => errors.push(failure.error().message));
  let page = await context.newPage();

  return {
    get page() {
      return page;
    },
    requests,
    errors,
    titles,
    tickets,
    signOn: id => {
      personaId = id;
    },
    open: async (route = '') => {
      // The storage of a tab ends with it, as that of a web view does; what outlives both stays.
      await page.close();
      page = await context.newPage();
      await page.goto(`${folder}index.html#/${route}`);
    },
    see: text =>
      page
        .getByText(text)
        .filter({ visible: true })
        .first()
        .waitFor()
        .catch(async () => {
          const shown = await page.locator('body').innerText();
          throw new Error(`${String(text)} is not on the page ${page.url()}:\n${shown}`);
        }),
    close: () => context.close(),
  };
}
