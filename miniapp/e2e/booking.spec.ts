import type { Browser } from 'playwright-core';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { journeyStart, type Service, startService } from './support/service';

/** Booking in the order in which it happens; a step stands on those before it. */
let service: Service;
let browser: Browser;
const phones: Phone[] = [];

const someone = async (title: string, options = {}): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, ...options });
  phones.push(phone);
  await phone.signInAs(title);
  return phone;
};

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const house = '武林广场爱心献血屋';

async function openTimes(phone: Phone, day: string): Promise<void> {
  await phone.open('pages/booking/index');
  // Whoever gave platelets last is shown where they are taken.
  await phone.tap(/^全血/);
  await phone.tap(house);
  await phone.tap('选择献全血的时间');
  await phone.tap(day);
}

const secondsShown = async ({ page }: Phone): Promise<number> => {
  const shown = await page.locator('.countdown-clock').last().innerText();
  const [, minutes, seconds] = /(\d+) 分 (\d+) 秒/.exec(shown) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

let donor: Phone;

describe('a time that is held', () => {
  it('tells of a site what one needs to know before going there', async () => {
    donor = await someone('第一次献血');
    await donor.open('pages/booking/index');
    await donor.see('最早可约');
    await donor.picture('b01-sites');
    await donor.tap(/^地图$/);
    await donor.see(`在地图上看${house}`);
    await donor.picture('b02-places');
    await donor.tap(/^列表$/);
    await donor.tap('城西流动献血车');
    await donor.see('接下来停在哪里');
    await donor.see(/急需 O 型 RhD 阴性/);
    await donor.picture('b03-vehicle');
  });

  it('is kept for ten minutes that are counted down', async () => {
    await openTimes(donor, '3月6日');
    await donor.see('11:00');
    await donor.picture('b04-times');
    await donor.tap('11:00');
    await donor.see('这个时间正为您留着');
    expect(await secondsShown(donor)).toBeGreaterThan(9 * 60);
    await donor.picture('b05-held');
  });

  it('goes on where it was for somebody who leaves and comes back', async () => {
    await donor.open('pages/booking/index');
    await donor.see('还差一步：确认后才算约上');
    await donor.picture('b06-come-back');
    await donor.tap('继续确认');
    await donor.see('再给我 10 分钟');
  });

  it('is kept for another ten minutes at a tap', async () => {
    await donor.page.clock.fastForward('08:30');
    await donor.see('快到时间了');
    expect(await secondsShown(donor)).toBeLessThan(120);
    await donor.picture('b07-nearly-over');
    await donor.tap('再给我 10 分钟');
    await donor.page.locator('.countdown-soon').filter({ visible: true }).waitFor({ state: 'detached' });
    expect(await secondsShown(donor)).toBeGreaterThan(9 * 60);
  });

  it('says when it is over that nothing is booked, and keeps the time again', async () => {
    await donor.page.clock.fastForward('10:05');
    await donor.see('保留的时间到了');
    await donor.picture('b08-over');
    await donor.tap('再留一次这个时间');
    await donor.see('这个时间正为您留着');
  });

  it('becomes a booking when confirmed', async () => {
    await donor.tap('确认预约');
    await donor.see('预约成功');
    await donor.picture('b09-booked');
    await donor.tap('加到手机日历');
    await donor.see(/提前 2 小时/);
    const download = donor.page.waitForEvent('download');
    await donor.tap(/^加到手机日历$/);
    expect((await download).suggestedFilename()).toMatch(/\.ics$/);
    await donor.see('已经交给手机日历');
    await donor.picture('b10-calendar');
  });

  it('moves to another time without losing the first before', async () => {
    await donor.open('pages/booking/index');
    await donor.see(/已预约/);
    await donor.picture('b11-my-booking');
    await donor.tap(/^改期$/);
    await donor.see('换好以前，原来的时间一直为您留着');
    await donor.tap('3月7日');
    await donor.tap('14:00');
    await donor.tap('确认改期');
    await donor.see('改期成功');
    await donor.see(/14:00/);
    await donor.picture('b12-moved');
  });

  it('is given back when cancelled', async () => {
    await donor.open('pages/booking/index');
    await donor.tap('取消预约');
    await donor.tap('确认取消');
    await donor.see('已经取消');
  });
});

describe('a company', () => {
  let nurse: Phone;
  let memberCode = '';
  let organiserCode = '';

  it('has places kept for it by the staff, with a code for members and one for the organiser', async () => {
    nurse = await someone('献血屋护士');
    await nurse.open('features/appointments/pages/staff-group-new');
    await nurse.type('单位或学校', '示范科技公司');
    await nurse.page.getByLabel('献血点').selectOption({ label: house });
    await nurse.type('日期', '2026-03-07');
    await nurse.tap('10:00');
    await nurse.type('每个时间留几个名额', '1');
    await nurse.picture('b13-new-group');
    await nurse.tap('留出名额，生成预约码');
    await nurse.see('成员码');
    const codes = await nurse.page.locator('.group-code').allInnerTexts();
    [memberCode = '', organiserCode = ''] = codes.map(code => code.replaceAll(/\s/g, ''));
    expect(memberCode).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    await nurse.tap('出示成员二维码');
    await nurse.picture('b14-group-codes');
  });

  it('books with the code, and sees what is left', async () => {
    const member = await someone('献血满 20 次');
    await member.open('features/appointments/pages/group');
    await member.type('团体预约码', memberCode.toLowerCase());
    await member.picture('b15-group-code');
    await member.tap('查看团体名额');
    await member.see('示范科技公司');
    await member.see('余 1');
    await member.picture('b16-group-times');
    await member.tap('10:00');
    await member.see('这个时间正为您留着');
    await member.tap('确认预约');
    await member.see('预约成功');
    await member.see('示范科技公司');
  });

  it('is only counted for its organiser', async () => {
    const organiser = await aPhone(browser, service.baseUrl, { startAt: journeyStart });
    phones.push(organiser);
    await organiser.open(`features/appointments/pages/group-count?code=${organiserCode}`);
    await organiser.see('/ 1 人');
    await organiser.see('满了');
    expect(await organiser.page.locator('body').innerText()).not.toContain('测试');
    await organiser.picture('b17-organiser');
  });
});

describe('the waiting list', () => {
  let earlier: Phone;

  it('takes somebody who finds the time full, in large type', async () => {
    // Neither of the two has a blood group for which a place is kept.
    earlier = await someone('奉献奖金奖');
    await openTimes(earlier, '3月7日');
    await earlier.tap('10:00');
    await earlier.tap('确认预约');
    await earlier.see('预约成功');

    await donor.open('pages/mine/index');
    await donor.tap('大字版');
    await donor.open('pages/booking/index');
    await donor.see('选一个献血点');
    await donor.picture('b18-booking-elder');
    await openTimes(donor, '3月7日');
    await donor.see('10:30');
    await donor.picture('b19-times-elder');
    expect(await donor.page.locator('.time-button').filter({ hasText: '10:00', visible: true }).count()).toBe(0);
    await donor.tap('没有合适的时间');
    await donor.tap('自己选钟点');
    await donor.page.getByLabel('最早几点开始').selectOption('10:00');
    await donor.page.getByLabel('最晚几点开始').selectOption('10:00');
    await donor.picture('b20-join-elder');
    await donor.tap('登记候补');
    await donor.see('正在候补');
    await donor.picture('b21-waiting-elder');
  });

  it('offers the place that another donor gives back, with a deadline', async () => {
    await earlier.open('pages/booking/index');
    await earlier.tap('取消预约');
    await earlier.tap('确认取消');
    await earlier.see('已经取消');

    await donor.open('pages/booking/index');
    await donor.see('候补有名额了，正为您留着');
    await donor.picture('b22-offer-elder');
    await donor.tap('看看空出来的时间');
    await donor.see(/以前答复/);
    await donor.picture('b23-offer-page-elder');
  });

  it('books the offered place at a tap', async () => {
    await donor.tap('接受，就约这个时间');
    await donor.see('预约成功');
    await donor.see(/10:00/);
    await donor.open('pages/booking/index');
    await donor.see('已预约');
    await donor.picture('b24-accepted-elder');
  });

  it('leaves no script error on any phone', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
