import type { ReasonId } from '../waiver-decision';
import type { CaseBill, CaseBook } from './model';

/** How much of the blood fee is open, no more of it, or why a person must look. */
export type BillLabel = { openFen: number } | 'used' | readonly ReasonId[];

export interface BillScene {
  about: string;
  bills: readonly CaseBill[];
  typed?: boolean;
  book?: CaseBook;
  isDown?: boolean;
  label: BillLabel;
}

const bed = ['床位费', 54_000] as const;
const match = ['交叉配血', 9_000] as const;
const cells = ['去白细胞悬浮红细胞', 42_000] as const;
const plasma = ['新鲜冰冻血浆 100ml', 21_000] as const;
const normal: CaseBill = { number: '1000000001', status: 'normal', items: [cells, plasma, match, bed] };
const bill = (given: Partial<CaseBill>): CaseBill => ({ ...normal, ...given });
const scene = (
  about: string,
  given: Partial<CaseBill>,
  label: BillLabel,
  rest: Partial<BillScene> = {},
): BillScene => ({
  ...{ about, bills: [bill(given)], label, ...rest },
});
const fee = 63_000;

/** The four that every kinship is judged with. */
export const commonBillScenes: readonly BillScene[] = [
  scene('a clean bill', {}, { openFen: fee }),
  scene('a bill on paper', { status: 'exchanged_paper' }, ['bill_on_paper']),
  scene('all waived before', {}, 'used', { book: { waivedFen: fee } }),
];

export const billScenes: readonly BillScene[] = [
  ...commonBillScenes,
  scene('the five elements typed', {}, { openFen: fee }, { typed: true }),
  scene('the patient’s number in fifteen digits', { oldNumber: true }, { openFen: fee }, { typed: true }),
  {
    about: 'two bills of one stay',
    bills: [normal, bill({ number: '1000000002', items: [cells, bed] })],
    label: { openFen: fee + 42_000 },
  },
  { about: 'the register answers a bill twice', bills: [normal, normal], label: { openFen: fee } },
  {
    about: 'reversed and issued again',
    bills: [bill({ status: 'reversed' }), bill({ number: '1000000002', items: [cells, match, bed] })],
    label: { openFen: 42_000 },
  },
  scene('reversed, nothing issued again', { status: 'reversed' }, ['bill_reversed']),
  { about: 'no bill', bills: [], label: ['bill_not_found'] },
  { about: 'five elements that no bill has', bills: [], typed: true, label: ['bill_not_found'] },
  scene('the finance register is down', {}, ['bill_unavailable'], { isDown: true }),
  scene(
    'a refund of plasma in a negative line',
    {
      status: 'partly_refunded',
      items: [cells, plasma, bed, ['新鲜冰冻血浆 100ml', -21_000]],
      totalFen: 117_000,
      refundFen: 21_000,
    },
    { openFen: 42_000 },
  ),
  scene(
    'a refund of the bed in a negative line',
    {
      status: 'partly_refunded',
      items: [cells, plasma, bed, ['床位费', -18_000]],
      totalFen: 117_000,
      refundFen: 18_000,
    },
    { openFen: fee },
  ),
  scene(
    'all blood refunded in a negative line',
    {
      status: 'partly_refunded',
      items: [cells, bed, ['去白细胞悬浮红细胞', -42_000]],
      totalFen: 96_000,
      refundFen: 42_000,
    },
    ['no_blood_line'],
  ),
  scene('a refund that no line explains', { status: 'partly_refunded', totalFen: 126_000, refundFen: 21_000 }, [
    'bill_partly_refunded',
  ]),
  scene(
    'a refund larger than its negative lines',
    {
      status: 'partly_refunded',
      items: [cells, plasma, bed, ['床位费', -10_000]],
      totalFen: 117_000,
      refundFen: 21_000,
    },
    ['bill_partly_refunded', 'bill_does_not_add_up'],
  ),
  scene('lines that do not add up', { totalFen: 200_000 }, ['bill_does_not_add_up']),
  scene('the document of another patient', { patientIs: 'other' }, ['bill_other_patient'], { typed: true }),
  scene('another name under the patient’s document', { patientName: '测试癸' }, ['bill_other_patient'], {
    typed: true,
  }),
  scene('another hospital', { hospital: 'H9' }, ['bill_other_stay'], { typed: true }),
  scene('issued before the admission', { issuedOn: '2026-02-20' }, ['bill_other_stay'], { typed: true }),
  scene('issued two months after the discharge', { issuedOn: '2026-05-04' }, { openFen: fee }, { typed: true }),
  scene('paid by somebody else', { payerName: '测试癸' }, ['payer_differs']),
  scene('the payer’s name lost a character', { payerName: '测试?' }, ['payer_differs']),
  scene('paid by a company', { payerName: '测试公司' }, ['payer_differs']),
  scene('autologous blood', { items: [['自体全血回输', 20_000], bed] }, ['line_unclear']),
  scene('blood and autologous blood', { items: [cells, ['自体全血回输', 20_000], bed] }, ['line_unclear']),
  scene('no blood on it', { items: [bed, ['白蛋白', 60_000]] }, ['no_blood_line']),
  scene('cross-matching alone', { items: [match, ['ABO血型鉴定', 3_000], bed] }, ['no_blood_line']),
  scene(
    'platelets and cryoprecipitate',
    { items: [['单采血小板 1治疗量', 140_000], ['冷沉淀凝血因子 1U', 10_000], bed] },
    { openFen: 150_000 },
  ),
  scene(
    'blood products with their services',
    { items: [cells, ['一次性输血器', 3_000], ['输血费', 2_000], bed] },
    { openFen: 42_000 },
  ),
  scene('partly waived for another donor', {}, { openFen: 23_000 }, { book: { waivedFen: 40_000 } }),
  scene('the same donor stands on it already', {}, 'used', { book: { waivedFen: 10_000, ofSameDonor: true } }),
  scene('used for another patient', {}, ['bill_held_by_other'], { book: { waivedFen: 10_000, ofOtherPatient: true } }),
  scene('issued again after all was waived on the old number', {}, 'used', { book: { twinFen: fee } }),
  scene('issued again after part was waived on the old number', {}, ['bill_reissued'], { book: { twinFen: 20_000 } }),
  scene('refunded since it was waived: less fee than waived', { items: [cells, bed] }, 'used', {
    book: { waivedFen: fee },
  }),
  scene('two doubts at once', { status: 'exchanged_paper', payerName: '测试癸' }, ['bill_on_paper', 'payer_differs']),
];
