import { type ClaimDraft } from './claim-draft';

interface LookUp {
  readonly where: string;
  readonly what: string;
}

const outside: readonly (string | null)[] = ['grandchild', 'other'];

/** Which registers a claim asks for what, said before it is sent. Of a relation outside the rules nothing is asked. */
export function lookUpsOf({ patient, who, kin, link, withBill }: ClaimDraft): readonly LookUp[] {
  const isOwn = who !== 'relative';
  if (!isOwn && !link && outside.includes(kin)) return [];
  const bill = withBill ? '您填的这张票据是否有效、用血费用是多少' : '这次住院的票据和其中的用血费用';
  const whose = patient === 'child' ? '孩子' : '您';
  const looks: LookUp[] = [];
  if (patient === 'child') looks.push({ where: '公安户籍、出生医学证明', what: '您是不是孩子的父母' });
  if (!isOwn) {
    looks.push({ where: '公安人口信息', what: '姓名与证件号码是否一致' });
    looks.push(
      link?.freshUntil
        ? { where: '不再查询，沿用以前的核对结果', what: `${whose}和献血者的亲属关系` }
        : { where: '公安户籍、民政婚姻登记、出生医学证明', what: `${whose}和献血者的亲属关系` },
    );
  }
  looks.push({ where: '献血记录', what: '献血者还有多少额度' });
  looks.push({ where: '财政电子票据', what: bill });
  return looks;
}
