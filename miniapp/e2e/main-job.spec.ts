import path from 'node:path';
import type { Browser } from 'playwright-core';
import { dinCheckCharacter } from '@rules/identifiers';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { readQr } from './support/read-qr';
import { journeyStart, runTool, startService, type Service } from './support/service';

/** The main job in the order in which it happens; each step stands on the ones before, so the first failure ends it. */
let service: Service;
let browser: Browser;
let imported = '';
const phones: Phone[] = [];

const someone = async (options = {}): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, ...options });
  phones.push(phone);
  return phone;
};

beforeAll(async () => {
  service = await startService({
    prepare(folder) {
      const file = path.join(folder, 'export.csv');
      runTool(folder, 'server/cli/seed.ts', ['--donors', '200', '--out', file, '--encoding', 'gb18030']);
      imported = runTool(folder, 'server/cli/import.ts', [file, '--with-demo-reference']);
    },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

describe('the main job', () => {
  let donor: Phone;
  let nurse: Phone;

  it('takes a station’s export in', () => {
    expect(imported).toMatch(/\d/);
  });

  it('signs a donor in through WeChat and shows a first-time donor how it goes', async () => {
    donor = await someone();
    await donor.open('features/demo/pages/personas');
    await donor.see('第一次献血');
    await donor.picture('01-personas');
    await donor.signInAs('第一次献血');
    await donor.see('预约献血');
    await donor.picture('02-first-time-home');
  });

  it('books one place at a site', async () => {
    await donor.tap('预约献血');
    await donor.see('选一个献血点');
    await donor.picture('03-sites');
    await donor.tap('武林广场爱心献血屋');
    await donor.tap('选择献全血的时间');
    await donor.see('10:30');
    await donor.picture('04-times');
    await donor.tap('10:30');
    await donor.tap('确认预约');
    await donor.see('预约成功');
    await donor.picture('05-booked');
  });

  it('asks the questions, keeps the answers on the server, and takes the signed consent', async () => {
    const answer = async () => {
      const { page } = donor;
      const text = (await page.locator('body').innerText()).replaceAll(/\s/g, '');
      const yes = /适合献血吗|您知道吗/.test(text);
      const before = page.url() + text;
      await donor.tap(yes ? /^是$/ : /^否$/);
      await page.waitForFunction(
        seen => location.href + document.body.innerText.replaceAll(/\s/g, '') !== seen,
        before,
      );
    };
    await donor.tap('填写健康征询表');
    await donor.see('您觉得今天身体状况适合献血吗');
    await donor.picture('06-question');
    for (let question = 1; question <= 3; question++) await answer();
    // Left in the middle: another visit goes on where this one stopped.
    await donor.page.reload();
    await donor.see(/第 ?4 ?题/);
    while (donor.page.url().includes('pages/questions')) {
      await answer();
      await donor.page.waitForTimeout(150);
    }
    await donor.tap('都对，去看知情同意书');
    await donor.tap('我已读懂并同意以上内容');
    await donor.tap('去签名');
    const pad = donor.page.locator('.signature-pad, canvas').filter({ visible: true }).first();
    const box = await pad.boundingBox();
    if (!box) throw new Error('no field to sign in');
    await donor.page.mouse.move(box.x + 40, box.y + 60);
    await donor.page.mouse.down();
    for (let step = 1; step <= 24; step++)
      await donor.page.mouse.move(box.x + 40 + step * 9, box.y + 60 + 30 * Math.sin(step / 2));
    await donor.page.mouse.up();
    await donor.picture('07-signature');
    await donor.tap('签好了，提交');
    await donor.page.waitForURL(/outcome/);
    await donor.picture('08-outcome');
  });

  it('lets the nurse check the donor in by the code on the phone', async () => {
    await donor.open('features/visits/pages/arrival');
    await donor.see('请交给工作人员扫码报到');
    await donor.page.waitForTimeout(500);
    const code = await readQr(donor.page);
    expect(code).not.toMatch(/3301|测试/);
    await donor.picture('09-arrival-code');

    nurse = await someone({ width: 430, height: 932 });
    await nurse.signInAs('献血屋护士');
    await nurse.see('10:30');
    await nurse.picture('10-nurse-list');
    await nurse.open('features/staff/pages/check-in');
    await nurse.type('到场码', code);
    await nurse.tap('报到');
    await nurse.see(/A\d{3}/);
    await nurse.picture('11-checked-in');
  });

  it('shows the donor the place in the queue, and the screen only numbers', async () => {
    await donor.open('features/visits/pages/queue');
    await donor.see(/A\d{3}/);
    await donor.picture('12-queue');
  });
});

afterAll(() => {
  expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
  expect(dinCheckCharacter('Z990126000001')).toHaveLength(1);
});
