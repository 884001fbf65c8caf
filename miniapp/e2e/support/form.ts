import type { Phone } from './browser';

const shown = async ({ page }: Phone): Promise<string> =>
  (await page.locator('body').innerText()).replaceAll(/\s/g, '');

/** `第 3 题，共 34 题`: where the form is. */
export async function placeInForm(phone: Phone): Promise<{ at: number; of: number }> {
  await phone.see(/第 ?\d+ ?题/);
  const [, at, of] = /第(\d+)题，共(\d+)题/.exec(await shown(phone)) ?? [];
  return { at: Number(at), of: Number(of) };
}

/** Answers what stands on the screen so that nothing speaks against giving blood, and waits for the next screen. */
export async function answerWell(phone: Phone): Promise<void> {
  const seen = await shown(phone);
  const at = /第(\d+)题/.exec(seen)?.[0] ?? '';
  if (seen.includes('都没有')) await phone.tap(/^都没有$/);
  else await phone.tap(/适合献血吗|您知道吗/.test(seen) ? /^是$/ : /^否$/);
  await phone.page.waitForFunction(
    before =>
      !location.hash.includes('pages/questions') || !document.body.innerText.replaceAll(/\s/g, '').includes(before),
    `${at}，`,
  );
}

/** From the consent text to the outcome. */
export async function signForm(phone: Phone): Promise<void> {
  await phone.tap('我已读懂并同意以上内容');
  await phone.tap('去签名');
  await phone.draw('.signature-pad, canvas');
  await phone.tap('签好了，提交');
  await phone.page.waitForURL(/outcome/);
}
