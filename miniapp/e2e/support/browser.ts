import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { pageFaults } from './page-faults';
import { sessionOf } from './persona-session';
import { inBothSizes } from './type-size';

/** Debian's Chromium; nothing is downloaded. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** What a person can press: buttons, choices and the tabs at the bottom. */
const pressable = 'button, [role=radio], [role=checkbox], [role=switch], [role=link], a, .taro-tabbar__tabbar-item';

export interface Phone {
  readonly page: Page;
  /** Errors of the page's own scripts, and what nobody could read, name or hit on a page shown: a journey ends with none. */
  readonly errors: string[];
  open(route: string): Promise<void>;
  /**
   * Becomes one of the demonstration people and opens a page, theirs without a word. Beside the screen: that page is shown by the main
   * journey, which taps the card.
   */
  signInAs(title: string, route?: string): Promise<void>;
  /** The same by tapping the card on the page that lists them. */
  chooseCard(title: string): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  tap(name: string | RegExp): Promise<void>;
  /** By the words at the field, or by `#id` where several fields have the same words. */
  type(label: string | RegExp, text: string): Promise<void>;
  /** Writes a wave with the finger, as a signature. */
  draw(field: string): Promise<void>;
  /** Looks at the page in standard and in large type for what a person cannot read, name or hit. */
  inspect(): Promise<void>;
  /** The same with a picture of each: for the README when PICTURES is set, else for looking at after a failure. */
  picture(name: string): Promise<void>;
  /** When the browser has kept the pages. */
  pagesKept(): Promise<void>;
}

const pictures = process.env.PICTURES ? 'docs/pictures' : 'var/pictures';

interface PhoneOptions {
  width?: number;
  height?: number;
  /** The phone's clock goes on from here; without it, the real time. */
  startAt?: string;
  /** Lets the pages be kept for a place without a network; elsewhere every page comes from the server. */
  keepsPages?: boolean;
}

/** A phone of 375 × 812 in a context of its own, as different people have different phones. */
export async function aPhone(browser: Browser, baseUrl: string, options: PhoneOptions = {}): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 375, height: options.height ?? 812 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: options.keepsPages ? 'allow' : 'block',
  });
  const page = await context.newPage();
  await page.clock.install({ time: options.startAt ?? new Date() });
  page.setDefaultTimeout(20_000);
  let loads = 0;
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  const phone: Phone = {
    page,
    errors,
    async open(route) {
      // Another query makes it another document: the page is loaded anew, once.
      loads += 1;
      await page.goto(`${baseUrl}/?load=${loads}#/${route}`);
    },
    async signInAs(title, route) {
      const { session, startPage } = await sessionOf(baseUrl, title);
      // Storage belongs to the address; a page that is not there costs nothing.
      if (page.url() === 'about:blank') await page.goto(`${baseUrl}/nothing-here`);
      await page.evaluate(text => localStorage.setItem('donor.session', text), JSON.stringify({ data: session }));
      await phone.open(route ?? startPage);
    },
    async chooseCard(title) {
      await phone.open('features/demo/pages/personas');
      await phone.tap(title);
      await page.waitForURL(url => !url.hash.includes('personas'));
    },
    async see(text) {
      await page
        .getByText(text)
        .filter({ visible: true })
        .first()
        .waitFor()
        .catch(async () => {
          throw new Error(
            `${String(text)} is not on the page ${page.url()}:\n${await page.locator('body').innerText()}`,
          );
        });
    },
    async tap(name) {
      await page.locator(pressable).filter({ hasText: name, visible: true }).first().click();
    },
    async type(label, text) {
      const named = typeof label === 'string' && label.startsWith('#') ? page.locator(label) : page.getByLabel(label);
      const field = named.filter({ visible: true }).first();
      await field.fill(text);
      // A page that is still coming in can take the focus away before the text arrives: a person would see it and type again.
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
      if ((await field.inputValue()) === '') await field.fill(text);
    },
    async draw(field) {
      const box = await page.locator(field).filter({ visible: true }).first().boundingBox();
      if (!box) throw new Error(`no ${field} to draw in`);
      await page.mouse.move(box.x + 40, box.y + 60);
      await page.mouse.down();
      for (let step = 1; step <= 24; step++)
        await page.mouse.move(box.x + 40 + step * 9, box.y + 60 + 30 * Math.sin(step / 2));
      await page.mouse.up();
    },
    pagesKept: () => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)),
    async inspect() {
      await inBothSizes(page, async () => void errors.push(...(await pageFaults(page))));
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      // Fonts are there and what moves has arrived: nothing is waited for by the clock.
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const scale = process.env.PICTURES ? 'device' : 'css';
      const base = name.replace(/-elder$/, '');
      await inBothSizes(page, async elder => {
        const file = elder ? `${base}-elder` : base;
        errors.push(...(await pageFaults(page)));
        if (process.env.PICTURES && file !== name) return;
        await page.screenshot({ path: path.join(pictures, `${file}.png`), animations: 'disabled', scale });
      });
    },
  };
  return phone;
}
