import type { Browser } from 'playwright-core';
import { bookAppointment } from '@contract/appointments';
import { listCases } from '@contract/cases';
import { getQuestionnaire } from '@contract/questionnaires';
import { deliverResults } from '@contract/results';
import { listSites, listSlots } from '@contract/sites';
import { readPdf } from '@server/testing/read-pdf';
import { people } from '@server/seeds/personas';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { aCaller, aStationSystem } from './support/caller';
import { bagNumber, comeToDraw, givePlatelets } from './support/donate';
import { answerWell, placeInForm, signForm } from './support/form';
import { journeyStart, runTool, type Service, startService } from './support/service';
import { submitForm } from './support/submit-form';

/** A donor who comes again, and others who come to the same house. A step stands on those before it. */
let service: Service;
let browser: Browser;
const phones: Phone[] = [];
let today = journeyStart;

const someone = async (title: string, options = {}): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: today, ...options });
  phones.push(phone);
  await phone.signInAs(title);
  return phone;
};
const desk = { width: 430, height: 932 };
const textOf = ({ page }: Phone): Promise<string> => page.locator('body').innerText();

/** Everybody's clock moves: the service and every phone. */
async function letTimePass(until: string, meanwhile?: (folder: string) => void): Promise<void> {
  today = until;
  await service.goOnAt(until, meanwhile);
  for (const { page } of phones) await page.clock.setSystemTime(until);
}

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const hall = '杭州血液中心献血大厅';
const firstBag = bagNumber('Z990126777101');
let donor: Phone;
let nurse: Phone;
let fullForm = 0;
let stationKey = '';

describe('a donor of platelets', () => {
  it('has given before, with a full form', async () => {
    donor = await someone('多次献血');
    const self = await aCaller(service, 'regular');
    const site = (await self.call(listSites, { type: 'platelets' })).items.find(({ name }) => name === hall);
    const { slots } = await self.call(listSlots, { siteId: site?.id ?? '', type: 'platelets', on: '2026-03-05' });
    const { id: appointmentId } = await self.call(bookAppointment, { slotId: slots[0]?.id ?? '', type: 'platelets' });
    await donor.open(`features/questionnaires/pages/questions?appointmentId=${appointmentId}`);
    fullForm = (await placeInForm(donor)).of;
    await submitForm(self, appointmentId);
    const counter = await aCaller(service, 'centre-nurse');
    const { visitId } = await comeToDraw(self, counter);
    await givePlatelets(counter, visitId, firstBag);
  });

  it('is thanked, and is offered the next time before leaving', async () => {
    await donor.open('features/visits/pages/queue');
    await donor.see('谢谢您花时间来');
    await donor.see(`像上次一样，在${hall}`);
    await donor.picture('r01-thanks');
  });
});

describe('the day after', () => {
  it('asks how the donor is', async () => {
    await letTimePass('2026-03-06T02:30:00.000Z', folder => {
      stationKey = runTool(folder, 'server/cli/issue-key.ts', ['station', 'ZJ01']);
    });
    await donor.open('features/results/pages/how-are-you');
    await donor.see('您现在感觉怎么样？');
    await donor.picture('r02-how-are-you');
    await donor.tap('有点不舒服');
    await donor.see('谢谢您告诉我们');
    await donor.picture('r03-care');
  });

  it('takes a low score with the reason', async () => {
    await donor.tap('给这次献血打个分');
    await donor.tap('很不满意');
    await donor.tap('等候时间');
    await donor.type('想说的话', '等了快两个小时，没有人告诉还要多久。');
    await donor.picture('r04-survey');
    await donor.tap('提交评价');
    await donor.see('血站会在');
    await donor.picture('r05-survey-thanks');
  });

  it('makes of it a case that the station answers without learning who it was', async () => {
    nurse = await someone('血液中心护士', desk);
    await nurse.open('features/surveys/pages/cases');
    await nurse.see('不满意的评价');
    await nurse.picture('r06-cases');
    const { items } = await (await aCaller(service, 'centre-nurse')).call(listCases, { state: 'open', kind: 'survey' });
    const [latest] = [...items].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
    await nurse.open(`features/surveys/pages/case?caseId=${latest?.id ?? ''}`);
    await nurse.see('没有人告诉还要多久');
    expect(await textOf(nurse)).not.toContain(people.regular.name);
    await nurse.tap('我来处理');
    await nurse.type('经过和结果', '当天一台机器检修，已改为在大屏上写明还要等多久。');
    await nurse.type('给献血者的回复', '对不起让您久等了。大屏现在会写明还要等多久。');
    await nurse.picture('r07-case');
    await nurse.tap('办结');
    await nurse.see('已办结');
  });

  it('brings the answer to the donor', async () => {
    await donor.open('pages/inbox/index');
    await donor.see('血站回复您了');
    await donor.picture('r08-inbox');
    await donor.tap('血站回复您了');
    await donor.see('大屏现在会写明还要等多久');
    await donor.picture('r09-survey-answer');
  });

  it('shows the values with their ranges, and marks the one that is outside', async () => {
    await aStationSystem(service, stationKey).call(deliverResults, {
      batchId: 'journey-1',
      rows: [
        {
          donationNumber: firstBag,
          testedAt: '2026-03-06 09:00',
          values: [
            { test: 'alt', value: '71' },
            { test: 'haemoglobin', value: '138' },
            { test: 'platelets', value: '236' },
          ],
          markers: ['hbv', 'hcv', 'hiv', 'syphilis'].map(marker => ({ marker, outcome: 'non_reactive' })),
        },
      ],
    });
    await donor.open('features/results/pages/results');
    await donor.picture('r10-results');
    await donor.tap(/^3月5日/);
    await donor.see('有 1 项不在参考范围内');
    for (const told of ['71', '偏高', '参考范围', '正常']) await donor.see(told);
    await donor.picture('r11-result');
    expect(await textOf(donor)).not.toMatch(/乙肝|丙肝|艾滋|梅毒/);
  });

  it('books the next one like the last in two taps', async () => {
    await donor.open('pages/booking/index');
    await donor.see(`像上次一样，在${hall}`);
    await donor.picture('r12-book-next');
    await donor.tap(/^3月\d+日/);
    await donor.see('这个时间正为您留着');
    await donor.tap('确认预约');
    await donor.see('预约成功');
    await donor.picture('r13-booked-next');
  });
});

describe('a second time', () => {
  const secondBag = bagNumber('Z990126777102');
  let visit = '';
  let donation = '';

  it('asks less, and every safety-critical question on a page of its own', async () => {
    const [booked = ''] = /3月\d+日/.exec(await textOf(donor)) ?? [];
    const day = /月(\d+)日/.exec(booked)?.[1]?.padStart(2, '0') ?? '';
    await letTimePass(`2026-03-${day}T00:30:00.000Z`);
    await donor.open('pages/booking/index');
    await donor.tap(/征询表/);
    const { of } = await placeInForm(donor);
    expect(of).toBeLessThan(fullForm / 2);
    await donor.see(/签过征询表，这次只问可能变化的/);
    await donor.picture('r14-delta-first');

    const self = await aCaller(service, 'regular');
    const appointmentId = /appointmentId=([\w-]+)/.exec(donor.page.url())?.[1] ?? '';
    const form = await self.call(getQuestionnaire, { appointmentId });
    const critical = form.questions.filter(({ way }) => way === 'alone');
    expect(critical.length).toBeGreaterThan(5);
    let seen = '';
    while (donor.page.url().includes('pages/questions')) {
      const screen = await textOf(donor);
      if (screen.includes('都没有') && !seen.includes('都没有')) await donor.picture('r15-delta-together');
      seen += screen;
      await answerWell(donor);
    }
    for (const { text } of critical) expect(seen).toContain(text);
  });

  it('takes what cannot change by one tick and the signature', async () => {
    await donor.see('与上次相同的');
    await donor.picture('r16-delta-review');
    await donor.tap(/我核对过了，这 \d+ 项现在还是/);
    await donor.tap('都对，去看知情同意书');
    await signForm(donor);
    await donor.picture('r17-delta-outcome');
  });

  it('is on the certificate at once', async () => {
    await donor.open('pages/home/index');
    await donor.see('电子无偿献血证');
    const tally = async () => Number(/(\d+)\s*次/.exec(await donor.page.locator('.own-paper-totals').innerText())?.[1]);
    const before = await tally();
    const counter = await aCaller(service, 'centre-nurse');
    ({ visitId: visit } = await comeToDraw(await aCaller(service, 'regular'), counter));
    // A session of staff does not last two weeks.
    await nurse.signInAs('血液中心护士');
    await nurse.open(`features/staff/pages/visit?visitId=${visit}`);
    await nurse.see('血小板');
    await nurse.picture('r18-staff-visit');
    donation = await givePlatelets(counter, visit, secondBag);
    await donor.open('pages/home/index');
    await donor.see('电子无偿献血证');
    await donor.picture('r19-certificate');
    expect(await tally()).toBe(before + 1);
  });

  it('leaves an e-archive that any reader opens', async () => {
    await donor.open('features/questionnaires/pages/my-forms');
    for (let tries = 0; tries < 20 && !(await textOf(donor)).includes('打开电子档案'); tries++)
      await donor.page.reload();
    await donor.see('打开电子档案');
    await donor.picture('r20-my-forms');
    const opened = donor.page.context().waitForEvent('request', request => request.url().includes('/api/files?'));
    await donor.tap('打开电子档案');
    const request = await opened;
    const file = Buffer.from(await (await fetch(request.url())).arrayBuffer());
    expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const words = readPdf(file).text.replaceAll(/\s/g, '');
    for (const told of [people.regular.name, secondBag.slice(0, 13), '血小板', '献血者签名', '体检人员签名'])
      expect(words).toContain(told);
  });

  it('may be taken back in confidence, and no page of the staff knows of it', async () => {
    const staffPages: readonly [page: string, loaded: string][] = [
      ['features/staff/pages/today', hall],
      [`features/staff/pages/visit?visitId=${visit}`, '血小板'],
      ['features/surveys/pages/cases', '不满意的评价'],
    ];
    await donor.open(`features/certificates/pages/donation?donationId=${donation}`);
    await donor.picture('r21-donation');
    await donor.tap('不要用我这次的血');
    await donor.see('不问原因');
    await donor.picture('r22-exclude');
    await donor.tap('请不要用我这次的血');
    await donor.see('血站已确认，这袋血不会使用');
    await donor.picture('r23-excluded');
    for (const [page, loaded] of staffPages) {
      await nurse.open(page);
      await nurse.see(loaded);
      expect(await textOf(nurse)).not.toMatch(/不要用|弃血|冻结|保密/);
    }
    await nurse.picture('r24-staff-knows-nothing');
  });
});

describe('a donor who has to wait', () => {
  it('reads on the first page until when, and one tap further why and what would change it', async () => {
    const waiting = await someone('暂缓献血');
    await waiting.see('2027年1月5日前请先休息');
    await waiting.picture('r25-deferred-home');
    await waiting.tap('2027年1月5日前请先休息');
    for (const told of ['纹身', '怎样会变', '依据']) await waiting.see(told);
    await waiting.picture('r26-deferral');
    await waiting.open('pages/booking/index');
    await waiting.tap(hall);
    await waiting.tap('选择献全血的时间');
    await waiting.see('您2027年1月5日起可以献全血');
    await waiting.see('按照健康检查要求');
    await waiting.see('为什么要等，怎样会变');
    await waiting.picture('r27-deferred-refused');

    // Whoever gets past the page is refused by the service, with the day and what would change it.
    const self = await aCaller(service, 'deferred');
    const site = (await self.call(listSites, {})).items.find(({ name }) => name === hall);
    const { slots } = await self.call(listSlots, { siteId: site?.id ?? '', type: 'whole_blood' });
    const booking = self.call(bookAppointment, { slotId: slots[0]?.id ?? '', type: 'whole_blood' });
    await expect(booking).rejects.toThrow(/NOT_ELIGIBLE.*2027-01-05.*暂缓献血/);
  });
});

describe('a donor without a phone', () => {
  it('is booked by the nurse at the counter, and takes the slip home', async () => {
    const { name, docNumber } = people.twenty;
    await nurse.open('features/assist/pages/counter');
    await nurse.type('证件号码', docNumber);
    await nurse.type('姓名', name);
    await nurse.tap('献血者本人在场');
    await nurse.picture('r28-counter');
    await nurse.tap('开始代办');
    await nurse.see('已有预约');
    await nurse.picture('r29-help-desk');
    await nurse.tap('预约献血');
    await nurse.tap(hall);
    await nurse.tap('选择献全血的时间');
    await nurse.tap(/^1\d:\d\d/);
    await nurse.tap('确认预约');
    await nurse.see('预约成功');
    await nurse.picture('r30-booked-for-donor');
    await nurse.open('features/assist/pages/desk');
    await nurse.tap('打印预约单');
    await nurse.see('献血预约单');
    await nurse.page.emulateMedia({ media: 'print' });
    expect(await textOf(nurse)).not.toContain(docNumber);
    await nurse.picture('r31-slip-on-paper');
    await nurse.page.emulateMedia({ media: null });
    await nurse.open('features/assist/pages/desk');
    await nurse.tap('办完了，结束代办');
    await nurse.see('开始代办');
  });

  it('reads later who acted, and what was done', async () => {
    const helped = await someone('献血满 20 次');
    await helped.open('pages/mine/index');
    await helped.tap('大字版');
    await helped.tap('谁代我办过');
    await helped.see('工作人员');
    await helped.see(/^预约/);
    expect(await textOf(helped)).not.toContain('查看预约');
    await helped.picture('r32-who-acted-elder');
    await helped.tap('还查看了');
    await helped.see('查看预约');
  });
});

describe('the service', () => {
  it('leaves no script error on any phone', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('leaves no name, document number or phone in the logs', () => {
    expect(service.output()).not.toMatch(/测试|\d{17}[\dX]|1990000\d{4}/);
  });
});
