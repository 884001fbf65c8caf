import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Output } from '@contract/endpoint';
import { listPersonas } from '@contract/identity';
import { dinCheckCharacter } from '@rules/identifiers';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { readQr } from './support/read-qr';
import { examine, measure } from './support/stations';
import { journeyStart, runTool, startService, type Service } from './support/service';

/** The main job in the order in which it happens; a step stands on those before it. */
let service: Service;
let browser: Browser;
let imported = '';
let stories = '';
const phones: Phone[] = [];

const someone = async (options = {}): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, ...options });
  phones.push(phone);
  return phone;
};

/** What the demonstration people tell about themselves holds the test numbers to try. */
const inStories = (pattern: RegExp): string => pattern.exec(stories)?.[1] ?? `nothing fits ${String(pattern)}`;

beforeAll(async () => {
  service = await startService({
    prepare(folder) {
      const file = path.join(folder, 'export.csv');
      runTool(folder, 'server/cli/seed.ts', ['--donors', '200', '--out', file, '--encoding', 'gb18030']);
      imported = runTool(folder, 'server/cli/import.ts', [file, '--with-demo-reference']);
    },
  });
  const { items } = (await (await fetch(`${service.baseUrl}${listPersonas.path}`)).json()) as Output<
    typeof listPersonas
  >;
  stories = items.map(({ story }) => story).join('\n');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

let donor: Phone;
let nurse: Phone;

describe('a first donation', () => {
  it('starts with a station’s export in the register', () => {
    expect(imported).toMatch(/added|新增/);
  });

  it('signs the donor in through WeChat and shows how it goes', async () => {
    donor = await someone();
    await donor.open('features/demo/pages/personas');
    await donor.see('第一次献血');
    await donor.picture('01-personas');
    await donor.chooseCard('第一次献血');
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
    const { page } = donor;
    const answer = async () => {
      const seen = (await page.locator('body').innerText()).replaceAll(/\s/g, '');
      const number = /第(\d+)题/.exec(seen)?.[0] ?? '';
      await donor.tap(/适合献血吗|您知道吗/.test(seen) ? /^是$/ : /^否$/);
      await page.waitForFunction(
        shown =>
          !location.hash.includes('pages/questions') || !document.body.innerText.replaceAll(/\s/g, '').includes(shown),
        number,
      );
    };
    await donor.tap('填写健康征询表');
    await donor.see('您觉得今天身体状况适合献血吗');
    await donor.picture('06-question');
    for (let question = 1; question <= 3; question++) await answer();
    // Left in the middle: another visit goes on where this one stopped.
    await page.reload();
    await donor.see(/第 ?4 ?题/);
    while (page.url().includes('pages/questions')) await answer();
    await donor.tap('都对，去看知情同意书');
    await donor.tap('我已读懂并同意以上内容');
    await donor.tap('去签名');
    await donor.draw('.signature-pad, canvas');
    await donor.picture('07-signature');
    await donor.tap('签好了，提交');
    await page.waitForURL(/outcome/);
    await donor.picture('08-outcome');
  });

  it('lets the nurse check the donor in by the code on the phone', async () => {
    await donor.open('features/visits/pages/arrival');
    await donor.see('请给工作人员扫码报到');
    const code = await readQr(donor.page);
    expect(code).not.toMatch(/3301|测试/);
    await donor.picture('09-arrival-code');

    nurse = await someone({ width: 430, height: 932 });
    await nurse.signInAs('献血屋护士');
    await nurse.tap('待到站');
    await nurse.see('10:30');
    await nurse.picture('10-nurse-list');
    await nurse.open('features/staff/pages/check-in');
    await nurse.type('到场码', code);
    await nurse.tap('查找');
    await nurse.see('请核对是不是这位');
    await nurse.tap(/^报到$/);
    await nurse.see('A001');
    await nurse.picture('11-checked-in');
  });

  it('shows the donor the place in the queue', async () => {
    await donor.open('features/visits/pages/queue');
    await donor.see('A001');
    await donor.picture('12-queue');
  });

  it('calls the donor and records the donation', async () => {
    await nurse.open('features/staff/pages/today');
    await nurse.page.locator('#desk').selectOption({ label: '1 号窗口（全部环节）' });
    await nurse.tap('叫下一位');
    await nurse.see(/请 A001 到/);
    await nurse.picture('13-called');
    await donor.open('features/visits/pages/queue');
    await donor.see(/1 号窗口/);
    await donor.picture('14-called-on-the-phone');

    await nurse.tap('服务中');
    await nurse.tap(/^A001/);
    // One desk does everything; each step with its refusals is in on-site.spec.ts.
    await nurse.tap('证件已核对，去征询');
    await nurse.tap('叫到 1 号窗口');
    await examine(nurse);
    await nurse.tap('叫到 1 号窗口');
    await nurse.tap('填写快检结果');
    await measure(nurse, '132');
    await nurse.tap('快检合格，去采血');
    await nurse.tap('叫到 1 号窗口');
    await nurse.tap('采血登记');
    await nurse.type('献血条码', `Z990126777001${dinCheckCharacter('Z990126777001')}`);
    await nurse.see('条码校验正确');
    await nurse.tap('开始采血');
    await nurse.tap('300 毫升');
    await nurse.tap(/^O 型/);
    await nurse.tap('RhD 阳性');
    await nurse.tap('采血结束');
    await nurse.picture('15-record-donation');
    await nurse.tap('确认登记');
    await nurse.see('登记完成');
  });

  it('is on the certificate at once, with the day of the next and why', async () => {
    await donor.open('pages/home/index');
    await donor.see('电子无偿献血证');
    await donor.see('300');
    await donor.picture('16-certificate');
    await donor.open('features/certificates/pages/next-dates');
    await donor.see(/9月5日/);
    await donor.picture('17-next-dates');
    await donor.open('features/certificates/pages/history');
    await donor.see('武林广场爱心献血屋');
    await donor.picture('18-history');
  });

  it('lets a third party check the certificate without an account, seeing only what was chosen', async () => {
    await donor.open('features/certificates/pages/share');
    // The name is ticked at first; this holder does not want to show it.
    await donor.tap(/^姓名$/);
    await donor.tap('生成核验码');
    await donor.see('完成');
    const link = await readQr(donor.page);
    await donor.picture('19-share');
    const stranger = await someone();
    await stranger.open(link.split('#/')[1] ?? '');
    await stranger.see('有效');
    await stranger.picture('20-verify');
    expect(await stranger.page.locator('body').innerText()).not.toContain('测试甲');
  });

  it('leaves a copy of every message in the inbox', async () => {
    await donor.open('pages/inbox/index');
    await donor.see('谢谢您献血');
    await donor.see('预约成功');
    await donor.picture('21-inbox');
  });

  it('is readable in elder mode', async () => {
    await donor.open('pages/home/index');
    await donor.tap('大字版');
    await donor.see('电子无偿献血证');
    await donor.picture('31-home-elder');
    const size = await donor.page.evaluate(() => {
      const root = [...document.querySelectorAll('.elder')].at(-1) ?? document.body;
      return Number.parseFloat(getComputedStyle(root).fontSize);
    });
    expect(size).toBeGreaterThanOrEqual(18);
  });
});

describe('identity', () => {
  it('binds a WeChat user to the donor’s record by name, document and one donation number', async () => {
    const unbound = await someone();
    await unbound.signInAs('还没有绑定身份');
    await unbound.open('features/account/pages/bind-number');
    await unbound.type('姓名', '测试庚');
    await unbound.type('证件号码', inStories(/测试庚，身份证号 (\d{17}[\dX])/));
    await unbound.type('献血码', inStories(/献血码 (\w{13}[\w*])/));
    await unbound.picture('22-bind');
    await unbound.tap('提交认证');
    await unbound.see('认证成功');
    await unbound.tap('查看我的献血证');
    await unbound.see('电子无偿献血证');
  });
});

describe('the privilege code', () => {
  it('opens a gate once', async () => {
    const honoured = await someone();
    await honoured.signInAs('献血满 20 次');
    await honoured.tap('公园');
    await honoured.see(/秒后自动换新/);
    const code = await readQr(honoured.page);
    expect(code).toMatch(/^BD1:[0-9A-Z $%*+./:-]{146}$/);
    await honoured.picture('23-privilege-code');

    const gate = await someone({ width: 430, height: 932 });
    await gate.signInAs('公园闸机');
    await gate.tap('开始验码');
    const read = async () => {
      const field = gate.page.locator('#gate-code');
      await field.fill(code);
      await field.press('Enter');
    };
    await read();
    await gate.see('通行');
    await gate.picture('24-gate-green');
    await gate.see('请出示优享码');
    await read();
    await gate.see('已用过');
    await gate.picture('25-gate-red');
  });
});

describe('the fee waiver', () => {
  it('is approved for a donor’s mother without paper', async () => {
    const mother = await someone();
    await mother.signInAs('献血者的亲属');
    await mother.tap(/^在线申请减免$/);
    await mother.tap('我的亲属');
    await mother.page.getByLabel('献血者是您的什么人').selectOption({ label: '我的子女' });
    await mother.type('献血者姓名', '测试乙');
    await mother.type('献血者证件号码', inStories(/献血者填测试乙，身份证号 (\d{17}[\dX])/));
    await mother.type('医院名称或所在城市', '浙江省示范');
    await mother.tap('浙江省示范医院');
    await mother.type('入院日期', '2026-02-03');
    await mother.type('出院日期', '2026-02-12');
    await mother.tap('下一步');
    await mother.tap('我同意查询');
    await mother.picture('26-claim');
    await mother.tap('提交申请');
    await mother.page.waitForURL(/pages\/claim\?/);
    await mother.see(/减免 [\d,.]+ 元/);
    await mother.picture('27-claim-approved');
  });

  it('is settled at the discharge desk', async () => {
    const clerk = await someone({ width: 1024, height: 900 });
    await clerk.signInAs('医院出院结算员');
    await clerk.type('患者姓名', '测试丙');
    await clerk.type('患者证件号码', inStories(/测试丙本人，身份证号 (\d{17}[\dX])/));
    await clerk.type('入院日期', '2026-03-01');
    await clerk.type('出院日期', '2026-03-05');
    await clerk.tap('按票据手工录入');
    await clerk.type('本院结算单号', 'DEMO-2026-0001');
    await clerk.type('票据代码', '33060126');
    await clerk.type('票据号码', '0000009001');
    await clerk.type('第 1 项名称', '去白细胞悬浮红细胞 2U');
    await clerk.type(/^金额/, '420');
    await clerk.tap('查询可减免金额');
    await clerk.see('请患者看完后签名');
    await clerk.page.locator('.signature').last().scrollIntoViewIfNeeded();
    await clerk.draw('.signature-pad, canvas');
    await clerk.tap('查询可减免金额');
    await clerk.see('可以减免 420.00 元');
    await clerk.picture('28-discharge-desk');
    await clerk.tap('确认减免');
    await clerk.see('已减免 420.00 元');
    await clerk.see(/^患者本人签名，/);
    await clerk.picture('29-settled');
  });
});

describe('the service as a whole', () => {
  it('gives the operator the overview', async () => {
    const operator = await someone({ width: 1024, height: 900 });
    await operator.signInAs('运营人员');
    await operator.see('运行情况');
    await operator.picture('30-operator');
  });

  it('leaves no script error on any phone', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('leaves no name, document number or phone in the logs', () => {
    expect(service.output()).not.toMatch(/测试|\d{17}[\dX]|1990000\d{4}/);
  });
});
