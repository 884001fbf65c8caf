import { parseDin } from '@rules/identifiers';
import { type recordDonation } from '@contract/visits';
import { type InputDraft } from '@contract/endpoint';
import { type StaffVisit } from './nurse-words';

export interface DonationForm {
  readonly donationNumber: string;
  /** As written on its button: '200' ml or '15' tenths of a unit. */
  readonly amount: string | null;
  readonly abo: 'A' | 'B' | 'O' | 'AB' | null;
  readonly rhd: 'positive' | 'negative' | null;
}

export const emptyForm: DonationForm = { donationNumber: '', amount: null, abo: null, rhd: null };

const full = 14;

/** Said while the nurse still types: only once the number is long enough to be judged. */
export function numberProblem(text: string): string | undefined {
  const typed = text.replace(/[\s-]/g, '');
  if (typed.length < full || parseDin(text)) return undefined;
  return '条码与校验位不符，请对照血袋重新扫描或输入。';
}

type Problems = Readonly<Partial<Record<'donationNumber' | 'amount' | 'abo' | 'rhd', string>>>;

export function problemsOf({ donationNumber, amount, abo, rhd }: DonationForm, visit: StaffVisit): Problems {
  const group = visit.bloodGroup === null;
  return {
    ...(!parseDin(donationNumber) && {
      donationNumber: numberProblem(donationNumber) ?? '请扫描或输入血袋上的 14 位献血条码。',
    }),
    ...(amount === null && { amount: '请选择采血量。' }),
    ...(group && abo === null && { abo: '首次献血，请选择 ABO 血型。' }),
    ...(group && rhd === null && { rhd: '首次献血，请选择 RhD 血型。' }),
  };
}

export function donationOf(form: DonationForm, visit: StaffVisit): InputDraft<typeof recordDonation> {
  const din = parseDin(form.donationNumber);
  const amount = Number(form.amount);
  return {
    visitId: visit.id,
    donationNumber: din ? din.din + din.check : form.donationNumber,
    ...(visit.type === 'whole_blood' ? { volumeMl: amount as 200 | 300 | 400 } : { unitsTenths: amount }),
    ...(visit.bloodGroup === null && form.abo && form.rhd && { abo: form.abo, rhd: form.rhd }),
  };
}
