import type { Phone } from './browser';
import { answerWell, signForm } from './form';

/** From the first question to the signed form, answering as somebody in good health. */
export async function fillForm(phone: Phone): Promise<void> {
  await phone.see('适合献血吗');
  while (phone.page.url().includes('pages/questions')) await answerWell(phone);
  await phone.tap('都对，去看知情同意书');
  await signForm(phone);
}
