import type { Browser, Page } from 'playwright-core';
import { openBrowser, aPhone, type Phone } from './support/browser';
import { expectVerdict, listenTo, seenFromAfar } from './support/gate-screen';
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
afterEach(async () => {
  const used = phones.splice(0);
  // A phone that stays on takes the code over from the next one.
  for (const { page } of used) await page.close();
  expect(used.flatMap(({ errors }) => errors)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const realistic = { turn: 25, tilt: 25, blur: [0.8, 1.7], contrast: [0.35, 0.75], noise: 8, glare: true } as const;

type Awake = Window & { awake?: number };

/** How many hold the screen awake; a browser without a screen has no such lock of its own. */
const watchScreen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const held: Awake = Object.assign(window, { awake: 0 });
    const count = (by: number) => Promise.resolve((held.awake = (held.awake ?? 0) + by));
    const request = () => count(1).then(() => ({ release: () => count(-1) }));
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
const awake = (page: Page, times: number) => page.waitForFunction(n => (window as Awake).awake === n, times);

/** Puts the browser's tab away, or takes it out again. */
const turn = (page: Page, visibilityState: 'visible' | 'hidden'): Promise<void> =>
  page.evaluate(value => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visibilityState);

/** A gate of the park that has pulled its keys and has been on for longer than a code lives. */
async function aGateAlone(): Promise<Phone> {
  const gate = await someone({ width: 1080, height: 1920 });
  await listenTo(gate.page);
  await gate.signInAs('公园闸机');
  await gate.tap('开始验码');
  await gate.see('密钥更新于');
  const pulled = gate.page.waitForResponse(/gates\/time/);
  await gate.page.clock.fastForward('05:30');
  await pulled;
  await gate.see('密钥更新于 1 分钟前');
  await gate.page.context().setOffline(true);
  return gate;
}
async function scan(gate: Phone, code: string): Promise<void> {
  await gate.page.locator('#gate-code').fill(code);
  await gate.page.locator('#gate-code').press('Enter');
  expectVerdict(await seenFromAfar(gate.page), 'go', '通行');
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

/** The same donor twice at a gate with staff: seen, heard and looked at. */
async function showAtGate([one = '', other = '']: readonly string[]): Promise<void> {
  const gate = await someone({ width: 1080, height: 1920 });
  await listenTo(gate.page);
  await gate.signInAs('公园闸机');
  await gate.tap('开始验码');
  await gate.page.locator('#gate-code').fill(one);
  await gate.page.locator('#gate-code').press('Enter');
  expectVerdict(await seenFromAfar(gate.page), 'go', '通行');
  await gate.see('请出示优享码');
  // A reader with a cable types wherever the focus is: the gate takes it back when somebody has touched the screen.
  await gate.page.evaluate(() => document.querySelector<HTMLElement>('#gate-code')?.blur());
  await gate.page.waitForFunction(() => document.activeElement?.id === 'gate-code');
  await gate.page.keyboard.type(other);
  await gate.page.keyboard.press('Enter');
  expectVerdict(await seenFromAfar(gate.page), 'look', '间隔太短');
  await gate.see('请工作人员查看');
  await gate.picture('privilege-code-gate-amber');
  await gate.tap('核对上一位');
  await gate.see('*试丁');
  await gate.see('只为核对本人');
  expect(await gate.page.locator('.gate').last().innerText()).not.toMatch(/测试丁|\d{17}/);
  await gate.picture('privilege-code-inspector');
  await gate.tap('返回验码');
}

it('the code keeps the screen awake while somebody sees it, and says so when it is covered or too old', async () => {
  const donor = await someone();
  await watchScreen(donor.page);
  // No key for codes without a network; the codes made in advance are taken away below.
  await donor.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  // Somebody else than above: how often one donor may ask for a new code is limited.
  await donor.signInAs('奉献奖金奖', 'pages/code/index');
  await donor.see(/秒后自动换新/);
  await awake(donor.page, 1);
  await donor.tap('公园');
  await donor.see('进公园、景点');
  await donor.see(/秒后自动换新/);
  const codes = [await readQr(donor.page)];
  await donor.picture('privilege-code-live');
  await donor.tap('换一个新码');
  await donor.see(/秒后自动换新/);
  codes.push(await readQr(donor.page));
  await showAtGate(codes);
  await turn(donor.page, 'hidden');
  await donor.see('优享码已遮住');
  expect(await donor.page.locator('.ui-qr').count()).toBe(0);
  await awake(donor.page, 0);
  await donor.picture('privilege-code-covered');
  await turn(donor.page, 'visible');
  await donor.see(/秒后自动换新/);
  await awake(donor.page, 1);
  await donor.tap('使用记录');
  await awake(donor.page, 0);
  await donor.page.goBack();
  await awake(donor.page, 1);

  await donor.page.route('**/api/**', route => route.abort());
  await donor.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes('code-batch')) localStorage.removeItem(key);
  });
  await donor.page.clock.fastForward('00:31');
  await donor.see('换不了新码，网络没有连上');
  await donor.picture('privilege-code-failing');
  await donor.page.clock.fastForward('02:00');
  await donor.see('原来的码已过期，不能再用');
  expect(await donor.page.locator('.ui-qr').count()).toBe(0);
  await awake(donor.page, 0);
  await donor.picture('privilege-code-stale');
});
