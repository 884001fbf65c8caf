import type { Browser } from 'playwright-core';
import { listPersonas } from '@contract/identity';
import type { Output } from '@contract/endpoint';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { answerWell, placeInForm, signForm } from './support/form';
import { readQr } from './support/read-qr';
import { journeyStart, type Service, startService } from './support/service';

/** Somebody new to the service, in large type, from "may I donate?" to the code for the counter. A step stands on those before it. */
let service: Service;
let browser: Browser;
let story = '';
const phones: Phone[] = [];
const persona = '还没有绑定身份';

const someone = async (): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart });
  phones.push(phone);
  return phone;
};

beforeAll(async () => {
  service = await startService();
  const { items } = (await (await fetch(service.baseUrl + listPersonas.path)).json()) as Output<typeof listPersonas>;
  story = items.find(({ title }) => title === persona)?.story ?? '';
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

let phone: Phone;

describe('may I donate', () => {
  it('is asked on the first page, in large type, by somebody who has not signed in', async () => {
    phone = await someone();
    await phone.open('pages/home/index');
    await phone.see('您的献血，全省都认得');
    await phone.tap('大字版');
    await phone.see('返回标准版');
    await phone.open('pages/home/index');
    await phone.see('返回标准版');
    await phone.picture('f01-welcome-elder');
    await phone.tap('我能献血吗');
    await phone.see('第 1 步');
    await phone.picture('f02-self-check-elder');
  });

  it('is answered with reason, day, source and what would change it', async () => {
    await phone.tap(/^男$/);
    await phone.type('出生日期', '1990-08-08');
    await phone.type('体重（公斤）', '62');
    await phone.tap('下一步');
    await phone.tap('下一步');
    await phone.tap(/^纹身/);
    await phone.type('哪一天做的？', '2025-12-20');
    await phone.picture('f03-self-check-tattoo-elder');
    await phone.tap('下一步');
    await phone.tap('看结果');
    await phone.see('12月20日（周日）起可以献全血');
    await phone.picture('f04-verdict-elder');
    for (const told of ['怎样会变', '依据', 'GB 18467', 'T-21']) await phone.see(told);
  });

  it('is looked up for a tattoo, and counted from its day', async () => {
    await phone.tap('查一查别的情况');
    await phone.type('搜一搜', '刺青');
    await phone.picture('f05-look-up-elder');
    await phone.tap(/^纹身/);
    await phone.see('等1年');
    await phone.type('算一算', '2025-12-20');
    await phone.see('12月20日（周日）起可以');
    await phone.picture('f06-look-up-tattoo-elder');
  });

  it('leads to places and times when nothing stands against it', async () => {
    await phone.open('features/self-check/pages/check');
    await phone.tap(/^男$/);
    await phone.type('出生日期', '1990-08-08');
    await phone.type('体重（公斤）', '62');
    for (const next of ['下一步', '下一步', '下一步', '看结果']) await phone.tap(next);
    await phone.see('可以来献全血');
    await phone.picture('f07-verdict-yes-elder');
    await phone.tap('去看献血点和时间');
    await phone.see('武林广场爱心献血屋');
    await phone.picture('f08-sites-anonymous-elder');
  });
});

describe('the first booking', () => {
  it('asks to sign in, and then who it is', async () => {
    await phone.open('pages/home/index');
    await phone.tap(/^登录$/);
    await phone.see('选择一位演示人物');
    await phone.picture('f09-sign-in-elder');
    await phone.tap('选择一位演示人物');
    await phone.tap(persona);
    await phone.see('还差一步：实名认证');
    await phone.picture('f10-visitor-home-elder');
    await phone.tap('去实名认证');
    await phone.see('您献过血吗');
    await phone.picture('f11-how-to-bind-elder');
    await phone.tap('献过血，手边有献血码');
    await phone.type('姓名', /姓名 (\S+?)，/.exec(story)?.[1] ?? '');
    await phone.type('证件号码', /身份证号 (\d{17}[\dX])/.exec(story)?.[1] ?? '');
    await phone.type('献血码', /献血码 (\w{13}[\w*])/.exec(story)?.[1] ?? '');
    await phone.picture('f11-bind-number-elder');
    await phone.tap('提交认证');
    await phone.see('认证成功');
    await phone.picture('f12-bound-elder');
    await phone.tap('查看我的献血证');
    await phone.see('电子无偿献血证');
  });

  it('is a place, a time and one confirmation', async () => {
    await phone.tap('预约献血');
    await phone.tap('武林广场爱心献血屋');
    await phone.see('选择献全血的时间');
    await phone.picture('f13-site-elder');
    await phone.tap('选择献全血的时间');
    await phone.see('10:30');
    await phone.picture('f14-times-elder');
    await phone.tap('10:30');
    await phone.see('这个时间正为您留着');
    await phone.picture('f15-held-elder');
    await phone.tap('确认预约');
    await phone.see('预约成功');
    await phone.picture('f16-booked-elder');
  });
});

describe('the full questionnaire', () => {
  let other: Phone;
  let full = 0;

  it('is one question a page', async () => {
    await phone.tap('填写健康征询表');
    const start = await placeInForm(phone);
    full = start.of;
    expect(start.at).toBe(1);
    expect(full).toBeGreaterThan(25);
    await phone.picture('f17-question-elder');
    for (let answered = 0; answered < 5; answered++) await answerWell(phone);
    expect(await placeInForm(phone)).toEqual({ at: 6, of: full });
    await phone.see('已保存');
  });

  it('goes on in another browser where it was left', async () => {
    other = await someone();
    await other.signInAs(persona);
    await other.open('pages/booking/index');
    await other.tap(/征询表/);
    expect(await placeInForm(other)).toEqual({ at: 6, of: full });
    await other.picture('f18-resumed');
    while (other.page.url().includes('pages/questions')) await answerWell(other);
    await other.see('请再看一遍');
    await other.picture('f19-review');
    await other.tap('都对，去看知情同意书');
    await other.picture('f20-consent');
    await signForm(other);
    await other.see('填好了，期待您来');
    await other.picture('f21-outcome');
  });

  it('ends with the code for the counter, which names nobody', async () => {
    await other.tap('看看到场码');
    await other.see('请给工作人员扫码报到');
    expect(await readQr(other.page)).not.toMatch(/3301|测试/);
    await phone.open('features/visits/pages/arrival');
    await phone.see('请给工作人员扫码报到');
    await phone.picture('f22-arrival-elder');
    await phone.open('pages/home/index');
    await phone.see('征询已填');
    await phone.picture('f23-home-today-elder');
  });

  it('leaves no script error on either phone', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
