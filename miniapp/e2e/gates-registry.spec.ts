import type { Browser } from 'playwright-core';
import { verifyAtGate } from '@contract/gates';
import { mintPrivilegeCode } from '@contract/privileges';
import { signMachineRequest } from '@server/platform/machine-signature';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { aCaller } from './support/caller';
import { journeyStart, type Service, startService } from './support/service';

/** A gate from its registration to its suspension, in the order in which it happens. */
let service: Service;
let browser: Browser;
let operator: Phone;
let donor: Phone;

beforeAll(async () => {
  [service, browser] = [await startService(), await openBrowser()];
  operator = await aPhone(browser, service.baseUrl, { startAt: journeyStart, width: 1280, height: 900 });
  donor = await aPhone(browser, service.baseUrl, { startAt: journeyStart });
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const choose = (phone: Phone, label: string, option: string) =>
  phone.page.getByLabel(label, { exact: true }).filter({ visible: true }).first().selectOption({ label: option });

/** What the machine of the gate does with the secret that its installer was shown. */
async function scan(code: string, secret: string, text: string): Promise<{ status: number; result?: string }> {
  const body = JSON.stringify({ code: text, requestId: `journey-${Date.now()}` });
  const seconds = Math.floor(service.millis() / 1000);
  const request = {
    ...{ method: verifyAtGate.method, path: verifyAtGate.path, machineId: code, seconds },
    ...{ nonce: `nonce-${Date.now()}-0123456789`, body },
  };
  const answer = await fetch(service.baseUrl + verifyAtGate.path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...signMachineRequest(request, secret) },
    body,
  });
  return { status: answer.status, result: ((await answer.json()) as { result?: string }).result };
}

it('a place and a gate are registered, the donor finds the place, the gate lets in until it is suspended', async () => {
  await operator.signInAs('运营人员');
  await operator.tap('优享码使用地点');
  await operator.tap('新增地点');
  // The list before it has a field of the same name.
  await operator.see('保存并发布');
  await choose(operator, '城市', '杭州市');
  await choose(operator, '类型', '公园、景点');
  await operator.type(/^名称/, '示范植物园');
  await operator.tap('闸机扫码');
  await operator.type(/^地址/, '西湖区示范路 9 号');
  await operator.tap('保存并发布');
  await operator.see('献血者现在就能看到');

  await donor.signInAs('献血满 20 次');
  await donor.tap('哪里可以用');
  await donor.type(/^名称、线路或地址/, '示范植物园');
  await donor.tap(/^示范植物园/);
  await donor.see('西湖区示范路 9 号');
  await donor.see('对准车上或闸机的扫码口');

  await operator.open('features/gates/pages/gate-form');
  await operator.type(/^设备编号/, 'HZ-ZWY-01');
  await operator.type(/^名称/, '示范植物园北门');
  await choose(operator, '类型', '公园、景点');
  await operator.tap('无人值守');
  await choose(operator, '城市', '杭州市');
  await operator.type(/^运营单位/, '示范植物园');
  await operator.type(/^线路、出入口或科室/, '北门');
  await operator.tap('登记，取得密钥');
  await operator.see('密钥只显示这一次');
  const secret = await operator.page.getByText(/^[A-Za-z0-9_-]{43}$/).innerText();

  const caller = await aCaller(service, 'twenty');
  const mint = async () => (await caller.call(mintPrivilegeCode, { scope: 'park' })).text;
  expect(await scan('HZ-ZWY-01', secret, await mint())).toEqual({ status: 200, result: 'green' });

  await operator.tap('已写进设备，完成');
  await operator.see('变更记录');
  await operator.tap('停用这台设备');
  await operator.type(/^原因/, '设备检修');
  await operator.tap('确认停用');
  await operator.see('原因：设备检修');
  const refused = await scan('HZ-ZWY-01', secret, await mint());
  expect([401, 403]).toContain(refused.status);
  expect([...operator.errors, ...donor.errors]).toEqual([]);
});
