import type { Browser } from 'playwright-core';
import { decideConsent, listConsents } from '@contract/consent';
import { people } from '@server/seeds/personas';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { aCaller } from './support/caller';
import { journeyStart, type Service, startService } from './support/service';

/** What relatives and donors do online with the waiver. A step stands on those before it. */
let service: Service;
let browser: Browser;
let mother: Phone;
const phones: Phone[] = [];

const someone = async (title: string, route?: string): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart });
  phones.push(phone);
  await phone.signInAs(title, route);
  return phone;
};

/** The form up to the look at everything that is sent. */
async function fillIn(kin: string, { name, docNumber }: { name: string; docNumber: string }, month: string) {
  await mother.open('features/waivers/pages/claim-new');
  await mother.tap('我的亲属');
  await mother.page.getByLabel('献血者是您的什么人').selectOption({ label: kin });
  await mother.type('献血者姓名', name);
  await mother.type('献血者证件号码', docNumber);
  await mother.type('医院名称或所在城市', '浙江省示范');
  await mother.tap('浙江省示范医院');
  await mother.type('入院日期', `${month}-03`);
  await mother.type('出院日期', `${month}-12`);
  await mother.tap('下一步');
}

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  // The demonstration's donor has agreed for good; here they want to be asked.
  const donor = await aCaller(service, 'regular');
  const { items } = await donor.call(listConsents, {});
  const version = items.find(({ purpose }) => purpose === 'kinship_lookup')?.version ?? '';
  await donor.call(decideConsent, { purpose: 'kinship_lookup', version, granted: false });
  mother = await someone('献血者的亲属');
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

describe('a mother', () => {
  it('sees what will be looked up before she sends the claim', async () => {
    await fillIn('我的子女', people.regular, '2026-02');
    await mother.see('提交前看一遍');
    await mother.see('您和献血者的亲属关系');
    await mother.see('会先问献血者');
    await mother.picture('w01-before-sending');
    await mother.tap('提交申请');
    await mother.see('需要您同意查询');
    await mother.tap('我同意查询');
    await mother.tap('提交申请');
    await mother.see('等献血者同意');
    await mother.picture('w02-awaiting-consent');
  });

  it('is approved by the registers after her daughter has agreed', async () => {
    const daughter = await someone('多次献血', 'features/waivers/pages/consents');
    await daughter.see('您的父亲或母亲');
    await daughter.see('不保存登记内容');
    await daughter.picture('w03-asked');
    await daughter.tap(/^同意查询$/);
    await daughter.see('已同意');
    await mother.see(/减免 [\d,.]+ 元/);
    await mother.picture('w04-approved');
    await mother.tap('为什么无偿献血');
    await mother.see('去白细胞悬浮红细胞');
    await mother.picture('w05-why-a-fee');
    await daughter.open('features/waivers/pages/entitlement');
    await daughter.see('一家人共用的额度');
    await daughter.picture('w06-entitlement');
  });
});

describe('a claim that no register proves', () => {
  it('goes on with a commitment letter signed by hand', async () => {
    await fillIn('我的配偶', people.twenty, '2025-12');
    await mother.tap('我同意查询');
    await mother.tap('提交申请');
    await mother.see('等献血者同意');
    const donor = await someone('献血满 20 次', 'features/waivers/pages/consents');
    await donor.tap(/^同意查询$/);
    await mother.see('请签承诺书');
    await mother.picture('w07-needs-a-letter');
    await mother.tap('去签承诺书');
    await mother.see(`承诺本人是献血者${people.twenty.name}的配偶`);
    await mother.page.locator('.signature').last().scrollIntoViewIfNeeded();
    await mother.draw('.signature-pad, canvas');
    await mother.picture('w08-letter');
    await mother.tap('签好了，提交');
    await mother.see(/^(减免 [\d,.]+ 元|工作人员正在核对)$/);
    await mother.picture('w09-decided');
  });
});

describe('a relation outside the rules', () => {
  it('is refused with the clause, and nothing is looked up', async () => {
    await fillIn('我的祖父母、外祖父母（不在减免范围内）', people.twenty, '2026-02');
    await mother.see('这种关系不在减免范围内');
    await mother.tap('我同意查询');
    await mother.tap('提交申请');
    await mother.see('这次没有通过');
    await mother.see('W-3');
    await mother.picture('w10-refused');
  });
});

describe('all of them', () => {
  it('leave no script error and nothing personal in the log', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
    expect(service.output()).not.toMatch(/测试|\d{17}[\dX]|1990000\d{4}/);
  });
});
