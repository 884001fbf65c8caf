import type { Phone } from './browser';

/** From the visit of a donor who was called for the interview to the queue of the quick test. */
export async function examine(nurse: Phone): Promise<void> {
  await nurse.tap('看全部回答，共同签名');
  await nurse.see('体检人员签名');
  await nurse.page.locator('.signature').scrollIntoViewIfNeeded();
  await nurse.draw('.signature-pad, canvas');
  await nurse.tap('签好了，提交');
  await nurse.see('已共同签名');
  await nurse.tap('征询完成，去快检');
  await nurse.see('快检 · 等候');
}

/** Fills in the quick test; everything but what is given is in order. */
export async function measure(nurse: Phone, haemoglobin: string, systolic = '118'): Promise<void> {
  for (const [label, text] of [
    [/^体重/, '67.5'],
    [/^收缩压/, systolic],
    [/^舒张压/, '76'],
    [/^脉搏/, '72'],
    [/^体温/, '36.5'],
    [/^血红蛋白/, haemoglobin],
  ] as const)
    await nurse.type(label, text);
  await nurse.tap('记下快检结果');
}
