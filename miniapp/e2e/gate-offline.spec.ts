import type { Browser } from 'playwright-core';
import { listPrivilegeUses, mintPrivilegeCode } from '@contract/privileges';
import { aCaller } from './support/caller';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { expectVerdict, listenTo, seenFromAfar } from './support/gate-screen';
import { journeyStart, type Service, startService } from './support/service';

/** A gate that loses its network, in the order in which it happens. */
let service: Service;
let browser: Browser;
let gate: Phone;

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
  gate = await aPhone(browser, service.baseUrl, { startAt: journeyStart, width: 1280, height: 800, keepsPages: true });
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const scan = async (code: string): Promise<void> => {
  const field = gate.page.locator('#gate-code');
  await field.fill(code);
  await field.press('Enter');
};

it('a gate lets a fresh code in once without a network, remembers it over a reload and tells the server later', async () => {
  const donor = await aCaller(service, 'twenty');
  const mint = async () => (await donor.call(mintPrivilegeCode, { scope: 'park' })).text;
  await listenTo(gate.page);
  await gate.signInAs('公园闸机');
  await gate.tap('开始验码');
  await gate.see('密钥更新于');
  // A gate that knows nothing of before waits until no code of that time can be shown; the next pull sets its clock right again.
  const pulled = gate.page.waitForResponse(/gates\/time/);
  await gate.page.clock.fastForward('05:30');
  await pulled;
  await gate.see('密钥更新于 1 分钟前');
  await gate.pagesKept();

  await gate.page.context().setOffline(true);
  const code = await mint();
  await scan(code);
  expectVerdict(await seenFromAfar(gate.page), 'go', '通行');
  await gate.see('待上传 1 条');
  await gate.picture('gate-offline-green');

  // Neither the page nor what it does with codes needs the network.
  await gate.page.reload();
  await gate.tap('开始验码');
  await gate.see('没有网络');
  await scan(code);
  expectVerdict(await seenFromAfar(gate.page), 'stop', '已用过');
  await gate.picture('gate-offline-red');

  const sent = gate.page.waitForResponse(/gates\/upload/);
  await gate.page.context().setOffline(false);
  await gate.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await sent;
  await gate.see('已联网');
  const { items } = await donor.call(listPrivilegeUses, {});
  expect(items).toMatchObject([{ gateName: '西湖示范公园东门', result: 'green' }]);
  expect(gate.errors).toEqual([]);
});
