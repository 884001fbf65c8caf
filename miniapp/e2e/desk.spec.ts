import type { Browser } from 'playwright-core';
import { bookAppointment, listAppointments } from '@contract/appointments';
import { listDonations } from '@contract/certificates';
import { listMessages } from '@contract/notifications';
import { reportLateInformation } from '@contract/questionnaires';
import { listSites, listSlots } from '@contract/sites';
import { checkIn, getArrivalCode } from '@contract/visits';
import { people } from '@server/seeds/personas';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { aCaller, type Caller } from './support/caller';
import { bagNumber } from './support/donate';
import { journeyStart, type Service, startService } from './support/service';
import { examine, measure } from './support/stations';
import { submitForm } from './support/submit-form';

/** What a nurse's handheld does besides the usual way of a visit. A step stands on those before it. */
let service: Service;
let browser: Browser;
let nurse: Phone;
let donor: Phone;
let counter: Caller;
let self: Caller;
const phones: Phone[] = [];

const someone = async (title: string, route?: string): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart });
  phones.push(phone);
  await phone.signInAs(title, route);
  return phone;
};
const house = '武林广场爱心献血屋';

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  nurse = await someone('献血屋护士');
  counter = await aCaller(service, 'nurse');
  self = await aCaller(service, 'regular');
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const today = () => nurse.open('features/staff/pages/today');

describe('the desks of the site', () => {
  it('are opened by the staff, each with what it does', async () => {
    await nurse.tap('本站的窗口');
    await nurse.see('叫号按这里分');
    const close = nurse.page.getByRole('button', { name: '关掉这个窗口' }).filter({ visible: true });
    for (let left = await close.count(); left > 0; left--) await close.first().click();
    for (const [at, name, stages] of [
      [0, '1 号窗口', ['register', 'interview', 'test', 'draw']],
      [1, '2 号采血椅', []],
    ] as const) {
      await nurse.tap('加一个窗口');
      await nurse.type(`#field-desks-${at}-name`, name);
      for (const stage of stages) await nurse.page.locator(`#field-desks-${at}-${stage}`).click();
    }
    await nurse.tap(/^保存$/);
    await nurse.see('请至少勾选一个环节。');
    await nurse.page.locator('#field-desks-1-draw').click();
    await nurse.picture('d01-desks');
    await nurse.tap(/^保存$/);
    await nurse.page.waitForURL(/pages\/today/);
    await nurse.page.locator('#desk').selectOption({ label: '1 号窗口（全部环节）' });
    await nurse.tap('选好了');
    await nurse.see('我在 1 号窗口');
  });
});

describe('a donor in the queue', () => {
  it('is called and does not come: the number goes back and stays in the queue', async () => {
    const code = (await self.call(getArrivalCode, {})).text;
    const { appointmentId } = await counter.call(checkIn, { code, type: 'whole_blood' });
    await submitForm(self, appointmentId);
    donor = await someone('多次献血', 'features/visits/pages/queue');
    await donor.see('A001');
    await today();
    await nurse.tap('叫下一位到 1 号窗口');
    await donor.see('请到 1 号窗口');
    await nurse.page.locator('.visit-row').filter({ hasText: 'A001', visible: true }).first().click();
    await nurse.tap('叫了没来，过号');
    await nurse.see('A001 过号，往后排 10 分钟');
    await nurse.picture('d02-skipped');
    await donor.see('正在等候');
  });

  it('goes away for a while and comes back to the same place', async () => {
    await nurse.tap('他要离开一下');
    await nurse.see('A001 暂离，位置留着');
    await donor.see('暂时离开');
    await donor.picture('d03-held-on-the-phone');
    await nurse.tap('回来了，继续排队');
    await nurse.see('A001 回来了');
  });

  it('is sent to another stage and back', async () => {
    for (const stage of ['采血', '征询']) {
      await nurse.tap('转到别的环节');
      await nurse.page.locator('#transfer-stage').selectOption({ label: stage });
      await nurse.see(`A001 转到${stage}排队`);
    }
    await nurse.picture('d04-transferred');
    await donor.see('正在等候征询');
  });
});

describe('the physician', () => {
  it('lets a recommended limit be, with a reason that stays on record', async () => {
    await nurse.tap('叫到 1 号窗口');
    await examine(nurse);
    await nurse.tap('叫到 1 号窗口');
    await nurse.tap('填写快检结果');
    await measure(nurse, '132', '148');
    await nurse.see('收缩压（高压）要求');
    await nurse.see('医生放行的理由');
    await nurse.type('医生放行的理由', '静坐十分钟后复测 138/82，无不适。');
    await nurse.picture('d05-override');
    await nurse.tap('我是医生，写明理由放行');
    await nurse.see('医生已经放行');
    await nurse.picture('d06-overridden');
    await nurse.tap('快检合格，去采血');
    await nurse.see('采血 · 等候');
  });
});

describe('an adverse reaction', () => {
  it('is noted in the draw and keeps the donor until somebody lets them go', async () => {
    await nurse.tap('叫到 1 号窗口');
    await nurse.tap('采血登记');
    await nurse.type('献血条码', bagNumber('Z990126777301'));
    await nurse.tap('开始采血');
    await nurse.see('采血时间');
    await nurse.tap('采血结束');
    await nurse.tap('200 毫升');
    await nurse.tap('确认登记');
    await nurse.see('登记完成');
    await nurse.tap('看休息时间');
    await nurse.tap('登记献血不良反应');
    await nurse.tap('头晕、晕厥');
    await nurse.tap(/^轻$/);
    await nurse.type('怎么处理的', '平卧，抬高下肢，十分钟后好转。');
    await nurse.picture('d07-reaction');
    await nurse.tap('登记不良反应');
    await nurse.see('不良反应：头晕、晕厥（轻）');
    await nurse.picture('d08-reaction-noted');
    await nurse.tap('休息好了，可以离开');
    await nurse.see('A001 休息完成');
  });

  it('leaves the next booking with the donor, and one call in the inbox', async () => {
    await donor.see('献血完成，谢谢您');
    await donor.see(`像上次一样，在${house}`);
    await donor.picture('d09-next-booking');
    const { items } = await self.call(listMessages, {});
    expect(items.filter(({ kind }) => kind === 'visit.called')).toHaveLength(1);
  });
});

describe('information that comes late', () => {
  it('keeps the unit back, and is opened by the station with a line for the donor', async () => {
    const [latest] = (await self.call(listDonations, { limit: '1' })).items;
    await self.call(reportLateInformation, { donationId: latest?.id ?? '', kind: 'fever', words: '昨晚开始发热。' });
    await nurse.open('features/questionnaires/pages/late-information');
    await nurse.tap('打开报告');
    await nurse.see('昨晚开始发热。');
    await nurse.picture('d10-late-information');
  });
});

describe('a session', () => {
  it('loses chairs: who booked last is told and offered other times', async () => {
    const [first, last] = [await aCaller(service, 'twenty'), await aCaller(service, 'first-timer')];
    const site = (await first.call(listSites, {})).items.find(({ name }) => name === house);
    const [type, on] = ['whole_blood' as const, '2026-03-07'];
    const { slots } = await first.call(listSlots, { siteId: site?.id ?? '', type, on });
    for (const each of [first, last]) await each.call(bookAppointment, { slotId: slots[2]?.id ?? '', type });
    await nurse.open('features/sessions/pages/week');
    await nurse.see('献血场次');
    await nurse.picture('d11-sessions');
    await nurse.tap(/已约 2／/);
    await nurse.tap('修改安排');
    await nurse.type('#field-plan-wholeBlood-chairs', '1');
    await nurse.type('#field-plan-wholeBlood-walkIns', '0');
    await nurse.picture('d12-fewer-chairs');
    await nurse.tap(/^保存$/);
    await nurse.see('最后约的 1 位要改时间');
    await nurse.picture('d13-who-is-moved');
    await nurse.tap('保存并通知');
    await nurse.see('已保存');
    const stateOf = async (each: Caller) => (await each.call(listAppointments, {})).items[0]?.state;
    expect([await stateOf(first), await stateOf(last)]).toEqual(['booked', 'cancelled']);
    const moved = await someone('第一次献血', 'pages/booking/index');
    await moved.see('血站取消了您的预约');
    await moved.see('换成这些时间');
    await moved.picture('d14-other-times');
  });
});

describe('an account', () => {
  it('is linked at the counter to the document that the staff hold', async () => {
    const unbound = await someone('还没有绑定身份', 'features/account/pages/bind');
    await unbound.see('您献过血吗');
    await unbound.tap('没有献过血');
    await unbound.see('短信验证码');
    await unbound.picture('d15-bind-by-phone');
    await unbound.open('features/account/pages/account-code');
    await unbound.see(/^\d{4} \d{4}$/);
    await unbound.picture('d16-account-code');
    const code = await unbound.page.locator('.account-code').last().innerText();
    await today();
    await nurse.tap('连上手机账号');
    await nurse.type('账号码', code);
    await nurse.type('证件号码', people.unbound.docNumber);
    await nurse.type('姓名', people.unbound.name);
    await nurse.tap('看过证件原件，和本人一致');
    await nurse.picture('d17-link-account');
    await nurse.tap(/^连上账号$/);
    await nurse.see('已经连上');
    await unbound.tap('柜台办好了');
    await unbound.see('电子无偿献血证');
  });
});

describe('all of them', () => {
  it('leave no script error and nothing personal in the log', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
    expect(service.output()).not.toMatch(/测试|\d{17}[\dX]|1990000\d{4}/);
  });
});
