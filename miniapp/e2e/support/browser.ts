import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';

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

export interface Phone {
  readonly page: Page;
  /** Errors of the page's own scripts: a journey ends with none. */
  readonly errors: string[];
  open(route: string): Promise<void>;
  /** Signs in as one of the demonstration people, the way the page of personas does. */
  signInAs(personaId: string): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  tap(name: string | RegExp): Promise<void>;
  /** A picture for the README when PICTURES is set, else for looking at after a failure. */
  picture(name: string): Promise<void>;
}

const pictures = process.env.PICTURES ? 'docs/pictures' : 'var/pictures';

/** A phone of 375 × 812 in a context of its own, as different people have different phones. */
export async function aPhone(
  browser: Browser,
  baseUrl: string,
  options: { elder?: boolean; width?: number; height?: number } = {},
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 375, height: options.height ?? 812 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  const phone: Phone = {
    page,
    errors,
    async open(route) {
      await page.goto(`${baseUrl}/#/${route}`);
      await page.reload();
    },
    async signInAs(personaId) {
      await phone.open('features/demo/pages/personas');
      await page.locator(`[data-persona="${personaId}"], #persona-${personaId}`).first().click();
      await page.waitForURL(url => !url.hash.includes('personas'));
    },
    async see(text) {
      await page.getByText(text).filter({ visible: true }).first().waitFor();
    },
    async tap(name) {
      await page.getByRole('button', { name }).filter({ visible: true }).first().click();
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.waitForTimeout(350);
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    },
  };
  return phone;
}
