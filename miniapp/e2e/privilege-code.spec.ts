import type { Browser } from 'playwright-core';
import { openBrowser, aPhone, type Phone } from './support/browser';
import { readQr } from './support/read-qr';
import { journeyStart, type Service, startService } from './support/service';
import { drawingOf } from './support/screen-drawing';
import { shareRead } from '../testing/read-picture';

/** The code on a real page, with a network and without, in the order in which it happens. */
let service: Service;
let browser: Browser;
const phones: Phone[] = [];
const someone = async (options = {}): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, ...options });
  phones.push(phone);
  return phone;
};

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
});
afterEach(() => expect(phones.flatMap(({ errors }) => errors)).toEqual([]));
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const realistic = { turn: 25, tilt: 25, blur: [0.8, 1.7], contrast: [0.35, 0.75], noise: 8, glare: true } as const;

/** A gate of the park that has pulled its keys and has been on for longer than a code lives. */
async function aGateAlone(): Promise<Phone> {
  const gate = await someone({ width: 1080, height: 1920 });
  await gate.signInAs('公园闸机');
  await gate.tap('开始验码');
  await gate.see('密钥更新于');
  await gate.page.clock.fastForward('05:30');
  await gate.page.waitForResponse(/gates\/time/);
  await gate.see('密钥更新于 1 分钟前');
  await gate.page.context().setOffline(true);
  return gate;
}
async function scan(gate: Phone, code: string): Promise<void> {
  await gate.page.locator('#gate-code').fill(code);
  await gate.page.locator('#gate-code').press('Enter');
  await gate.see('通行');
}

it('a donor’s phone goes on in a tunnel: page and code without a network, and a gate without one lets it in', async () => {
  const donor = await someone({ keepsPages: true });
  const enrolled = donor.page.waitForResponse(/privileges\/device-key/);
  await donor.signInAs('献血满 20 次');
  await donor.tap('公园');
  await donor.see(/秒后自动换新/);
  await enrolled;

  const live = await readQr(donor.page);
  const drawing = await drawingOf(donor.page);
  expect(await shareRead(drawing, live, { pixels: 300, ...realistic }, 10)).toBeGreaterThanOrEqual(0.9);
  expect(await shareRead(drawing, live, { pixels: 190, ...realistic }, 10)).toBeGreaterThanOrEqual(0.7);

  await donor.pagesKept();
  await donor.page.context().setOffline(true);
  await donor.page.reload();
  await donor.tap('公园');
  await donor.see('没有网络，这是离线码');
  await donor.picture('privilege-code-offline');
  const code = await readQr(donor.page);
  expect(code).toMatch(/^BD2:[0-9A-Z $%*+./:-]{341}$/);

  const gate = await aGateAlone();
  await scan(gate, code);
  await gate.picture('privilege-code-gate');

  await donor.page.context().setOffline(false);
  await donor.see(/刚用过？换一个新码/);
  expect(await readQr(donor.page)).toMatch(/^BD1:/);
});

it('a phone whose browser keeps no keys shows in the tunnel a code that was made in advance', async () => {
  const donor = await someone({ keepsPages: true });
  await donor.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const made = donor.page.waitForResponse(/privileges\/batch/);
  await donor.signInAs('献血满 20 次');
  await donor.tap('公园');
  await donor.see(/秒后自动换新/);
  await made;
  await donor.pagesKept();
  await donor.page.context().setOffline(true);
  await donor.page.reload();
  await donor.tap('公园');
  await donor.see('没有网络，这是离线码');
  const code = await readQr(donor.page);
  expect(code).toMatch(/^BD1:/);
  await scan(await aGateAlone(), code);
});
