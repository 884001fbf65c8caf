import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { decideConsent, listConsents } from '@contract/consent';
import { people } from '@server/seeds/personas';
import { aPdf } from '@server/testing/builders/uploads';
import { aPng } from '@server/testing/photos';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { aCaller } from './support/caller';
import { journeyStart, type Service, startService } from './support/service';

/** What relatives and donors do online with the waiver. A step stands on those before it. */
let service: Service;
let browser: Browser;
let mother: Phone;
/** Her approved claim. */
let claimRoute = '';
const phones: Phone[] = [];
/** Right in form; nobody has them. */
const card = '6228480000000000018';
const otherCard = '6217000000000000020';

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
  [service, browser] = await Promise.all([
    // So low that a second reviewer has to look.
    startService({ env: { WAIVER_SECOND_FEN: '10000' } }),
    openBrowser(),
  ]);
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
    claimRoute = mother.page.url().split('#/')[1] ?? '';
    await mother.tap('为什么无偿献血');
    await mother.see('去白细胞悬浮红细胞');
    await mother.picture('w05-why-a-fee');
    await daughter.open('features/waivers/pages/entitlement');
    await daughter.see('一家人共用的额度');
    await daughter.see(/您的父亲或母亲）用了/);
    await daughter.picture('w06-entitlement');
  });
});

describe('the money of an approved claim', () => {
  let operator: Phone;
  it('goes to the account that the mother gives, with the consent in the flow and the number masked afterwards', async () => {
    await mother.open(claimRoute);
    await mother.tap('填写收款账户');
    await mother.type('收款人姓名', '测试旁人');
    await mother.type('银行卡号', '6228480000000000019');
    await mother.see('卡号有一位不对');
    await mother.type('银行卡号', card);
    await mother.see('号码格式正确');
    await mother.see('只用于转这笔款');
    await mother.picture('w11-account');
    await mother.tap('下一步');
    await mother.see('需要您同意');
    await mother.tap(/^我同意/);
    await mother.tap('下一步');
    await mother.see('6228 4800 0000 0000 018');
    await mother.tap('保存收款账户');
    await mother.see('不是票据上的交款人');
    await mother.type('收款人姓名', people.mother.name);
    await mother.tap('下一步');
    await mother.tap('保存收款账户');
    await mother.see('等待转账');
    await mother.see('中国农业银行，尾号 0018');
    await mother.see(/预计到账/);
    await mother.picture('w11b-account-kept');
  });

  it('can be sent to another account until the bank has it', async () => {
    await mother.tap('更改收款账户');
    await mother.see('预计到账的日子从更改那天重新算起');
    await mother.type('收款人姓名', people.mother.name);
    await mother.type('银行卡号', otherCard);
    await mother.tap('下一步');
    await mother.tap('保存收款账户');
    await mother.see(`尾号 ${otherCard.slice(-4)}`);
  });

  it('is sent by an operator in a batch, and the bank’s answer comes back line by line', async () => {
    operator = await aPhone(browser, service.baseUrl, { startAt: journeyStart, width: 1280, height: 900 });
    phones.push(operator);
    await operator.signInAs('运营人员', 'features/payouts/pages/batches');
    await operator.tap('生成转账批次');
    await operator.see('可以下载');
    await operator.picture('w12-batch');
    const saved = operator.page.waitForEvent('download');
    await operator.tap('下载转账文件');
    const file = readFileSync(await (await saved).path(), 'utf8');
    const [line = '', claim = '', , , , amount = ''] = file.split('\n')[2]?.split(',') ?? [];
    await operator.see('等银行回盘');
    const header = 'line_no,claim_number,amount_yuan,result,reason,bank_reference';
    const rows = [`${line},${claim},${amount},PAID,,BANK-1`, `9,${claim},${amount},PAID,,BANK-2`];
    await operator.type('表格内容', [header, ...rows].join('\n'));
    await operator.tap('导入银行回盘');
    await operator.see('转出 1 笔');
    await operator.see('批次里没有这一行');
    await operator.picture('w13-imported');
    await mother.open(claimRoute);
    await mother.see(/^银行已转出 [\d.]+ 元。$/);
    await operator.open('features/payouts/pages/take-back');
    await operator.type('减免申请编号', claim);
    await operator.type('退费单号', 'TF-0001');
    await operator.type('退费总额', amount);
    await operator.type('其中用血费用', amount);
    await operator.tap('登记退费');
    await operator.see('献血额度已经恢复');
    await operator.open('features/payouts/pages/claim-backs');
    await operator.see('部分退费 TF-0001');
    await operator.picture('w14-owed-back');
    await mother.open(claimRoute);
    await mother.see('需要退回');
  });

  it('is compared with the hospital’s books of a day', async () => {
    await operator.open('features/payouts/pages/books');
    await operator.type('医院名称或所在城市', '浙江省示范');
    await operator.tap('浙江省示范医院');
    await operator.tap('对这一天的账');
    await operator.see('医院还没有交这一天的账');
    await operator.picture('w15-books');
  });
});

describe('a claim across provinces', () => {
  const send = async (button: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = mother.page.waitForEvent('filechooser');
    await mother.tap(button);
    await (await chooser).setFiles(file);
  };

  it('is sent with a picture of the bill and a paper of the kinship, straight into the store', async () => {
    await mother.open('features/waivers/pages/cross-new');
    await mother.tap('在外省住院用血');
    await mother.page.getByLabel('哪个省').selectOption({ label: '安徽省' });
    await mother.tap('我的亲属');
    await mother.page.getByLabel('献血者是您的什么人').selectOption({ label: '我的子女' });
    await mother.type('献血者姓名', people.regular.name);
    await mother.type('献血者证件号码', people.regular.docNumber);
    await mother.type('医院全称', '安徽省示范医院');
    await mother.type('票据代码', '34060126');
    await mother.type('票据号码', '0012345678');
    await mother.type('开票日期', '2026-03-01');
    await mother.type('用血费用合计', '1200.00');
    await mother.type('入院日期', '2026-02-20');
    await mother.type('出院日期', '2026-03-01');
    await send('拍照上传出院票据', { name: 'bill.png', mimeType: 'image/png', buffer: aPng(900, 1200) });
    await mother.see('再拍一张出院票据');
    await mother.tap('下一步');
    await mother.see('请上传亲属关系材料');
    const page = { name: 'kin.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>'.padEnd(300, 'x')) };
    await send('上传 PDF 文件（亲属关系材料）', page);
    await mother.see('这个文件的格式不对');
    await send('上传 PDF 文件（亲属关系材料）', { ...page, buffer: aPdf() });
    await mother.see('亲属关系材料 1');
    await mother.picture('w16-cross-province');
    await mother.tap('下一步');
    await mother.see('上传的材料（2 份）');
    await mother.tap(/^我同意/);
    await mother.picture('w17-cross-before-sending');
    await mother.tap('提交跨省申请');
    await mother.see('等献血者同意');
  });

  it('waits for a person after the donor has agreed, with its papers to open and a day by which it is decided', async () => {
    const donor = await someone('多次献血', 'features/waivers/pages/consents');
    await donor.see('安徽省示范医院');
    await donor.tap(/^同意查询$/);
    await mother.see('工作人员正在核对');
    await mother.see('票据不在本省的登记里');
    await mother.see(/预计3月\d+日前有结果/);
    await mother.see('献血在浙江省，用血在安徽省');
    const opened = mother.page.context().waitForEvent('page');
    await mother.tap(/^出院票据/);
    expect((await opened).url()).toContain('/api/files?ticket=');
    await mother.picture('w18-cross-claim');
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

  it('is appealed against once, with reasons, and waits for another reviewer', async () => {
    await mother.tap(/^提出申诉$/);
    await mother.see('对哪个决定申诉');
    await mother.tap('下一步');
    await mother.see('请写明理由，至少 10 个字。');
    await mother.type('为什么不同意', '我从小由外祖母抚养，可以提供证明材料');
    await mother.picture('w11-appeal');
    await mother.tap('下一步');
    await mother.tap('提交申诉');
    await mother.see('申诉正在复核');
    await mother.picture('w12-appealed');
  });
});

describe('reviewers', () => {
  const desk = async (title: string): Promise<Phone> => {
    const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, width: 1280, height: 900 });
    phones.push(phone);
    await phone.signInAs(title);
    return phone;
  };
  const choose = (phone: Phone, label: string | RegExp, index: number) =>
    phone.page.getByLabel(label).filter({ visible: true }).first().selectOption({ index });

  it('take a claim, look at everything side by side, and settle what is open', async () => {
    const reviewer = await desk('减免审核员');
    await reviewer.see('今天收到');
    await reviewer.picture('w13-queue');
    await reviewer.tap(/费用项目不明确/);
    await reviewer.see('登记系统怎么答');
    await reviewer.tap('领取这份申请');
    await reviewer.tap('核定不明确的项目');
    await reviewer.tap('自体血回输红细胞');
    await reviewer.tap('自体血回输红细胞');
    await reviewer.tap('保存');
    await reviewer.see('审核员认定为用血费用');
    await reviewer.tap('同意减免');
    await choose(reviewer, /费用项目不明确：依据/, 1);
    await choose(reviewer, '给申请人的话', 1);
    await reviewer.type('说明', '已核对费用清单原件');
    await reviewer.see('工作人员核对了您的材料，同意减免。已核对费用清单原件。');
    await reviewer.picture('w14-workbench');
    await reviewer.tap('提交决定');
    await reviewer.picture('w15-confirm');
    await reviewer.tap('确认同意减免');
    await reviewer.see('由另一位审核员确认以后才生效');
  });

  it('need a second one above the amount, who is somebody else', async () => {
    const second = await desk('减免复核员');
    await second.tap('待复核');
    await second.tap('领取这份申请');
    await second.see('另一位审核员提出：同意减免');
    await second.type('复核意见', '复核一致');
    await second.picture('w16-second');
    await second.tap('复核通过');
    await second.tap('确认复核通过');
    await second.see('已同意减免');
  });
});

describe('all of them', () => {
  it('leave no script error and nothing personal in the log', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
    expect(service.output()).not.toMatch(/测试|\d{17}[\dX]|1990000\d{4}/);
  });
});
