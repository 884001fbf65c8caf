import { type Browser } from 'playwright-core';
import { people } from '@server/seeds/personas';
import { openBrowser } from './support/browser';
import { type Service, startService } from './support/service';
import { type AppSettings, openZheliban, type ZhelibanApp } from './support/zheliban-app';

const personal = Object.values(people).flatMap(({ name, docNumber, phone }) => [name, docNumber, phone]);
const gateway = 'https://mapi.zjzwfw.gov.cn';

let service: Service;
let browser: Browser;
let app: ZhelibanApp;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});
afterEach(async () => {
  expect(app.errors).toEqual([]);
  await app.close();
});

const start = async (settings: AppSettings): Promise<void> => {
  app = await openZheliban(browser, service.baseUrl, settings);
  await app.open();
};
const callsTo = (operation: string) => app.requests.filter(request => request.url().includes(`.${operation}&`));

describe('the service inside 浙里办', () => {
  it('knows the person without a tap and shows the certificate', async () => {
    await start({ personaId: 'gold' });
    await app.see('电子无偿献血证');
    await app.see(people.gold.name);
    expect(app.tickets).toHaveLength(1);
    expect(app.titles).toContain('浙江无偿献血');
  });

  it('is in normal type unless the app says otherwise', async () => {
    await start({ personaId: 'gold' });
    await app.see('电子无偿献血证');
    expect(await app.page.locator('html.elder').count()).toBe(0);
  });

  it('is in large type where the app is', async () => {
    await start({ personaId: 'gold', uiStyle: 'elder' });
    await app.see('电子无偿献血证');
    await app.page.locator('html.elder .page.elder').first().waitFor();
    const size = await app.page
      .getByText(people.gold.name)
      .first()
      .evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(18);
  });

  it('shows the way in to somebody whom the app does not know', async () => {
    await start({});
    await app.see('您的献血，全省都认得');
    await app.page.getByRole('button', { name: '登录', exact: true }).waitFor();
    expect(app.tickets).toEqual([]);
  });

  it('stays signed in over a reload without another ticket', async () => {
    await start({ personaId: 'gold' });
    await app.see('电子无偿献血证');
    await app.page.reload();
    await app.see('电子无偿献血证');
    expect(app.tickets).toHaveLength(1);
  });

  it('belongs to whoever has signed on to the app at the next opening', async () => {
    await start({ personaId: 'gold' });
    await app.see('电子无偿献血证');
    app.signOn('relative');
    await app.open();
    await app.see(new RegExp(`${people.mother.name}，您好`));
    expect(app.tickets).toHaveLength(2);
    expect(await app.page.locator('body').innerText()).not.toContain(people.gold.name);
  });

  it('understands a refusal, of which the gateway hands on the body alone', async () => {
    await start({});
    await app.open('features/certificates/pages/history');
    await app.see('登录后查看');
  });
});

describe('what leaves the page inside 浙里办', () => {
  beforeEach(async () => {
    await start({ personaId: 'gold' });
    await app.see('电子无偿献血证');
    // Cards that arrive late move the row away from under the finger; a person then taps again.
    while (!app.page.url().includes('pages/history')) {
      await app.page.locator('button').filter({ hasText: '献血记录', visible: true }).first().click();
      await app.page.waitForURL(/pages\/history/, { timeout: 3000 }).catch(() => undefined);
    }
    await app.see(/全血 \d+ 毫升/);
  });

  it('goes to the gateway and nowhere else', () => {
    const calls = app.requests.filter(request => request.method() !== 'GET');
    expect(calls.length).toBeGreaterThan(3);
    for (const request of calls) expect(request.url().startsWith(`${gateway}/h5/mgop?`)).toBe(true);
    const hosts = new Set(app.requests.map(request => new URL(request.url()).host));
    expect([...hosts].sort()).toEqual(['assets.zjzwfw.gov.cn', 'mapi.zjzwfw.gov.cn']);
  });

  it('fetches the token of the gateway with a call that is then repeated', async () => {
    const answers = await Promise.all(
      callsTo('signIn').map(async request => ((await (await request.response())?.json()) as { rs: number }).rs),
    );
    expect(answers).toEqual([9001, 1000]);
  });

  it('carries no personal data in an address', () => {
    for (const request of app.requests) {
      const address = decodeURIComponent(request.url());
      expect(personal.filter(text => address.includes(text))).toEqual([]);
      if (request.url().includes('/h5/mgop'))
        expect([...new URL(request.url()).searchParams.keys()]).toEqual(['ak', 'api', 'ts', 'sign', 'data']);
    }
  });
});
