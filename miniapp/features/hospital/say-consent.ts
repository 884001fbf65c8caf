import { sayMoment } from '@miniapp/platform/chinese-date';
import { type Settlement } from './use-settlement';

/** What stands in the record of the settlement: who, when, which text, and the check value. */
export function sayConsent({ consent }: Settlement): string {
  if (!consent) return '没有记录';
  const { how, signer, signedAt, version, sha256 } = consent;
  const who = `${signer === 'patient' ? '患者本人' : '亲属代'}${how === 'signed' ? '签名' : '签，医院保存'}`;
  return `${who}，${sayMoment(signedAt)}，${version} 版，校验值 ${sha256.slice(0, 12)}`;
}
