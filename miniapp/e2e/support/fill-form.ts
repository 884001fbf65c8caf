import type { Phone } from './browser';

/** From the open questions to the signed form, answering as somebody in good health. */
export async function fillForm(phone: Phone): Promise<void> {
  const { page } = phone;
  await phone.see('适合献血吗');
  while (page.url().includes('pages/questions')) {
    const seen = (await page.locator('body').innerText()).replaceAll(/\s/g, '');
    const number = /第(\d+)题/.exec(seen)?.[0] ?? '';
    await phone.tap(/适合献血吗|您知道吗/.test(seen) ? /^是$/ : /^否$/);
    await page.waitForFunction(
      shown =>
        !location.hash.includes('pages/questions') || !document.body.innerText.replaceAll(/\s/g, '').includes(shown),
      number,
    );
  }
  await phone.tap('都对，去看知情同意书');
  await phone.tap('我已读懂并同意以上内容');
  await phone.tap('去签名');
  await phone.draw('.signature-pad, canvas');
  await phone.tap('签好了，提交');
  await page.waitForURL(/outcome/);
}
