import type { Browser } from 'playwright-core';
import { dinCheckCharacter, testIdCard } from '@rules/identifiers';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { fillForm } from './support/fill-form';
import { examine, measure } from './support/stations';
import { readQr } from './support/read-qr';
import { journeyStart, startService, type Service } from './support/service';

/** Three browsers at the same time: the nurse's handheld, the screen of the waiting room, and the phones of donors. */
let service: Service;
let browser: Browser;
let nurse: Phone;
let screen: Phone;
let donor: Phone;
let other: Phone;
const phones: Phone[] = [];

const someone = async (options = {}): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, ...options });
  phones.push(phone);
  return phone;
};

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
  nurse = await someone();
  screen = await someone({ width: 1920, height: 1080 });
  donor = await someone();
  other = await someone();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

type Speaking = Window & { said?: string[] };

/** What the browser's voice was asked to say. */
const said = () => screen.page.evaluate(() => (window as Speaking).said?.join('\n'));
const arrivalCode = async (phone: Phone): Promise<string> => {
  await phone.open('features/visits/pages/arrival');
  await phone.see('请给工作人员扫码报到');
  return readQr(phone.page);
};
const toList = () => nurse.open('features/staff/pages/today');
const openVisit = async (number: RegExp) => {
  await toList();
  for (const list of ['服务中', '等候', '休息']) {
    await nurse.tap(list);
    const row = nurse.page.locator('.visit-row').filter({ hasText: number, visible: true });
    if (await row.count()) return row.first().click();
  }
  throw new Error(`${String(number)} is in no list`);
};
const callAt = async (number: RegExp) => {
  await openVisit(number);
  await nurse.tap('叫到 1 号窗口');
  await nurse.see(/请 \w+ 到 1 号窗口/);
};

describe('the desk', () => {
  it('is chosen once by the nurse', async () => {
    await nurse.signInAs('献血屋护士');
    await nurse.page.locator('#desk').selectOption({ label: '1 号窗口（全部环节）' });
    await nurse.tap('选好了');
    await nurse.page.reload();
    await nurse.see('我在 1 号窗口');
    await nurse.see('实时');
  });

  it('opens the screen of the waiting room, which speaks after one tap', async () => {
    await nurse.tap('候采大屏');
    await nurse.page.waitForURL(/siteId=/);
    const route = nurse.page.url().split('#/')[1] ?? '';
    await screen.page.addInitScript(() => {
      const list: string[] = [];
      Object.assign(window, { said: list });
      speechSynthesis.speak = words => void list.push(words.text);
    });
    await screen.open(route);
    await screen.see('武林广场爱心献血屋');
    await screen.see('实时更新');
    await screen.tap('打开语音叫号');
    expect(await said()).toBe('已打开语音叫号。');
    await toList();
  });
});

describe('a donor with a phone', () => {
  it('is checked in by the code and admitted as a walk-in with one tap; the phone goes on to the queue by itself', async () => {
    await donor.signInAs('第一次献血');
    const code = await arrivalCode(donor);
    await nurse.open('features/staff/pages/check-in');
    await nurse.type('到场码', code);
    await nurse.tap('查找');
    await nurse.tap('现场献全血');
    await nurse.see('A001');
    await nurse.picture('40-checked-in');
    await donor.page.waitForURL(/pages\/queue/);
    await donor.see('A001');
    await donor.see('排队的规则');
    await screen.see('A001');
    await donor.picture('41-donor-waits');
  });

  it('fills in the form while waiting', async () => {
    await donor.tap('填写健康征询表');
    await fillForm(donor);
    await donor.open('features/visits/pages/queue');
    await donor.see('实时更新');
  });

  it('is called: the screen shows and speaks the number, the phone changes without a reload', async () => {
    const marked = await donor.page.evaluate(() => Object.assign(window, { marked: true }).marked);
    await toList();
    await nurse.tap('叫下一位到 1 号窗口');
    await nurse.see('请 A001 到 1 号窗口');
    await nurse.picture('42-called');
    await donor.see('请到 1 号窗口');
    expect(await donor.page.evaluate(() => 'marked' in window)).toBe(marked);
    await donor.picture('43-donor-called');
    await screen.see('1 号窗口');
    await screen.page.waitForFunction(() =>
      (window as Speaking).said?.some(words => words.includes('A 0 0 1') && words.includes('1 号窗口')),
    );
    await screen.picture('44-screen');
  });

  it('can be taken back and called again', async () => {
    await nurse.tap('撤销这一步');
    await nurse.see('A001 已退回上一步');
    await donor.see('下一位就是您');
    await nurse.tap('叫下一位到 1 号窗口');
    await donor.see('请到 1 号窗口');
  });

  it('goes through register and interview', async () => {
    await openVisit(/^A001/);
    await nurse.picture('45-register');
    await nurse.tap('证件已核对，去征询');
    await nurse.see('A001 去征询排队了');
    await donor.see('正在等候征询');
    await nurse.tap('叫到 1 号窗口');
    await nurse.see('征询无异常');
    await nurse.picture('46-interview');
    await examine(nurse);
  });

  it('has the quick test, marked at the field while it is typed', async () => {
    await nurse.tap('叫到 1 号窗口');
    await nurse.tap('填写快检结果');
    await nurse.type(/^收缩压/, '188');
    await nurse.see('收缩压（高压）要求');
    await nurse.picture('47-vitals-marked');
    await measure(nurse, '132');
    await nurse.see('结果都在献血范围内');
    await nurse.tap('快检合格，去采血');
    await donor.see('正在等候采血');
  });

  it('gives: the bag is checked while it is typed, the draw has a start and an end', async () => {
    await callAt(/^A001/);
    await nurse.tap('采血登记');
    const din = 'Z990126777001';
    await nurse.type('献血条码', `${din}${dinCheckCharacter(din) === 'A' ? 'B' : 'A'}`);
    await nurse.see('条码与校验位不符');
    await nurse.type('献血条码', `${din}${dinCheckCharacter(din)}`);
    await nurse.see('条码校验正确');
    await nurse.tap('开始采血');
    await nurse.see('采血时间');
    await donor.see('正在献血');
    await nurse.tap('采血结束');
    await nurse.tap('400 毫升');
    await nurse.tap(/^O 型/);
    await nurse.tap('RhD 阳性');
    await nurse.picture('48-draw');
    await nurse.tap('确认登记');
    await nurse.see('登记完成');
  });

  it('rests with a countdown, is released and thanked, with the way to the next booking', async () => {
    await donor.see('献血完成，请休息一会儿');
    await donor.see('请再坐一会儿');
    await donor.picture('49-rest');
    await nurse.tap('看休息时间');
    await nurse.see('还要休息');
    await nurse.picture('50-nurse-rest');
    await nurse.tap('休息好了，可以离开');
    await nurse.see('A001 休息完成');
    await donor.see('献血完成，谢谢您');
    await donor.see('约下一次献血');
    await donor.picture('51-thanks');
  });
});

describe('a donor whose blood has too little haemoglobin today', () => {
  it('is deferred with rule and end date, and reads both on the phone', async () => {
    await other.signInAs('多次献血');
    const code = await arrivalCode(other);
    await nurse.open('features/staff/pages/check-in');
    await nurse.type('到场码', code);
    await nurse.tap('查找');
    await nurse.tap('已核对本人证件，和上面一致');
    await nurse.tap('现场献全血');
    await nurse.see('A002');
    await nurse.see('正在排征询');
    await other.page.waitForURL(/pages\/queue/);
    await callAt(/^A002/);
    // No needle today: the quick test alone, without the form.
    await nurse.tap('填写快检结果');
    await measure(nurse, '101');
    await nurse.see('建议暂缓到 3月6日');
    await nurse.picture('52-outside');
    await nurse.tap('今天不能献，登记暂缓');
    await nurse.see('3月6日（周五）起可以再来献血');
    await nurse.picture('53-defer');
    await nurse.tap('确认暂缓');
    await nurse.see('已登记暂缓');
    await other.see('今天没有献血');
    await other.see('3月6日（周五）起可以再来');
    await other.see(/血红蛋白/);
    await other.picture('54-deferred-on-the-phone');
  });
});

describe('a donor without a phone', () => {
  const docNumber = testIdCard('330100', '1990-01-01', '901');

  it('is found by nobody’s number, registered from the document and admitted', async () => {
    await nurse.open('features/staff/pages/check-in');
    await nurse.tap(/^证件$/);
    await nurse.type('证件号码', docNumber);
    await nurse.tap('查找');
    await nurse.see('没有找到这个人');
    await nurse.type('姓名', '测试柜');
    await nurse.picture('55-new-at-the-counter');
    await nurse.tap('登记，现场献全血');
    await nurse.see('A003');
  });

  it('gets the number on paper', async () => {
    await nurse.tap('打印排队号票');
    await nurse.see('请看大屏');
    await nurse.page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
    await nurse.tap(/^打印$/);
    expect(await nurse.page.evaluate(() => 'printed' in window)).toBe(true);
    await nurse.picture('56-slip');
  });

  it('answers and signs on the staff’s device', async () => {
    await nurse.open('features/assist/pages/counter');
    await nurse.type('证件号码', docNumber);
    await nurse.type('姓名', '测试柜');
    await nurse.tap('献血者本人在场');
    await nurse.tap('开始代办');
    await nurse.tap('健康征询表');
    await fillForm(nurse);
    await nurse.picture('57-signed-at-the-counter');
    await nurse.open('features/assist/pages/desk');
    await nurse.tap('办完了，结束代办');
    await openVisit(/^A003/);
    await nurse.see('征询无异常');
  });
});

describe('all of them', () => {
  it('leave no name on the big screen, no script error, and nothing personal in the log', async () => {
    await screen.see('A003');
    expect(await screen.page.locator('body').innerText()).not.toMatch(/测试|\*/);
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
    expect(service.output()).not.toMatch(/测试|\d{17}[\dX]|1990000\d{4}/);
  });
});
