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

it('a donor’s phone goes on without a network by a key of its own, and a gate lets it in', async () => {
  const donor = await someone();
  const enrolled = donor.page.waitForResponse(/privileges\/device-key/);
  await donor.signInAs('献血满 20 次');
  await donor.tap('公园');
  await donor.see(/秒后自动换新/);
  await enrolled;

  const live = await readQr(donor.page);
  const drawing = await drawingOf(donor.page);
  expect(await shareRead(drawing, live, { pixels: 300, ...realistic }, 10)).toBeGreaterThanOrEqual(0.9);
  expect(await shareRead(drawing, live, { pixels: 190, ...realistic }, 10)).toBeGreaterThanOrEqual(0.7);

  await donor.page.route('**/api/**', route => route.abort());
  await donor.page.reload();
  await donor.tap('公园');
  await donor.see('没有网络，这是离线码');
  await donor.picture('privilege-code-offline');
  const code = await readQr(donor.page);
  expect(code).toMatch(/^BD2:[0-9A-Z $%*+./:-]{341}$/);

  const gate = await someone({ width: 1080, height: 1920 });
  await gate.signInAs('公园闸机');
  await gate.tap('开始验码');
  await gate.page.locator('#gate-code').fill(code);
  await gate.page.locator('#gate-code').press('Enter');
  await gate.see('通行');
  await gate.picture('privilege-code-gate');

  await donor.page.unroute('**/api/**');
  await donor.see(/刚用过？换一个新码/);
  expect(await readQr(donor.page)).toMatch(/^BD1:/);
});
