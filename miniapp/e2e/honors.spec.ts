import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { aPng } from '@server/testing/photos';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { readQr } from './support/read-qr';
import { journeyStart, type Service, startService } from './support/service';

/** The honor certificate from the offer to its end, between four people, and a poster. A step stands on those before it. */
let service: Service;
let browser: Browser;
const phones: Phone[] = [];

const someone = async (width = 375): Promise<Phone> => {
  const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, width });
  phones.push(phone);
  return phone;
};

const readCode = (picture: Buffer): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'poster-'));
  try {
    const file = path.join(folder, 'poster.png');
    writeFileSync(file, picture);
    return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
      encoding: 'utf8',
    }).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

let donor: Phone;
let reviewer: Phone;
let stranger: Phone;
let address = '';

describe('the honor certificate', () => {
  it('is offered to a donor of twenty counts, who sends a photo and needs nothing else', async () => {
    donor = await someone();
    await donor.signInAs('献血满 20 次');
    await donor.open('features/honors/pages/honor');
    await donor.see('您可以申领荣誉证');
    await donor.tap('申领荣誉证');
    const chooser = donor.page.waitForEvent('filechooser');
    await donor.tap('拍照或选照片');
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: aPng(590, 826) });
    await donor.see('换一张照片');
    await donor.page.getByLabel('地区').filter({ visible: true }).first().selectOption('杭州市');
    await donor.picture('h01-honor-apply');
    await donor.tap('提交申请');
    await donor.see('正在审核照片');
  });

  it('is issued by a reviewer, who looks at the photo', async () => {
    reviewer = await someone(1280);
    await reviewer.signInAs('减免审核员');
    await reviewer.open('features/honors/pages/review');
    await reviewer.tap(/新证，奖次 20/);
    await reviewer.see('头顶');
    await reviewer.tap('照片可用，发证');
    await reviewer.picture('h02-honor-review');
    await reviewer.tap('提交决定');
    await reviewer.see('没有待审的照片');
  });

  it('is on the donor’s phone, and a stranger checks it by its code', async () => {
    await donor.open('features/honors/pages/honor');
    await donor.see(/ZJR2026/);
    await donor.page.locator('.ui-qr').filter({ visible: true }).first().scrollIntoViewIfNeeded();
    address = await readQr(donor.page);
    expect(address).not.toMatch(/3301|测试|ZJR/);
    stranger = await someone();
    await stranger.page.goto(`${service.baseUrl}/${new URL(address).hash}`);
    await stranger.see('这是一份真实、有效的荣誉证');
    await stranger.see('*试丙');
    await stranger.picture('h03-honor-verify');
  });

  it('is revoked by the reviewer, and the stranger sees it at once', async () => {
    const number = /ZJR\d+/.exec(await donor.page.locator('body').innerText())?.[0] ?? '';
    await reviewer.open('features/honors/pages/registry');
    await reviewer.type('证书编号或姓名', number);
    await reviewer.tap(/^查找$/);
    await reviewer.tap('撤销或换发');
    await reviewer.tap(/^撤销/);
    await reviewer.tap('转借他人使用');
    await reviewer.tap('下一步');
    await reviewer.tap('确认撤销');
    await reviewer.see('扫码会显示已撤销');
    await stranger.page.reload();
    await stranger.see('这份荣誉证已经撤销，不再有效');
    await donor.open('features/honors/pages/honor');
    await donor.see('荣誉证已撤销');
  });
});

describe('the poster', () => {
  it('is made while the donor waits, and its code leads to nobody', async () => {
    await donor.open('features/honors/pages/growth');
    await donor.tap('分享海报');
    await donor.tap('生成图片');
    const picture = donor.page.locator('img.growth-picture');
    await picture.waitFor();
    await donor.see('长按图片保存');
    await donor.picture('h04-poster');
    const src = new URL((await picture.getAttribute('src')) ?? '', service.baseUrl);
    expect(readCode(await (await donor.page.request.get(src.href)).body())).toMatch(
      /#\/features\/self-check\/pages\/check$/,
    );
  });

  it('leaves no script error on any phone', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
