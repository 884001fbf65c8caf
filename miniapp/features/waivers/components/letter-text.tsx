import { View } from '@tarojs/components';
import { type Output } from '@contract/endpoint';
import { type getCommitment } from '@contract/waiver-evidence';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';

/** The letter as it is signed, or was: the promise, what it means, and what follows. */
export function LetterText({ letter }: { readonly letter: Output<typeof getCommitment> }) {
  const { title, paragraphs, statement, sufficient, signedAt, sha256, version } = letter;
  return (
    <>
      {signedAt !== null && <Outcome tone="done" title="已经签好" text={`${sayMoment(signedAt)}签名，加密保存。`} />}
      <Card title="您承诺的内容">
        <View className="t-lead t-strong">{statement}</View>
      </Card>
      <Card title={title} aside={`${version} 版`}>
        {paragraphs.map(paragraph => (
          <View key={paragraph}>{paragraph}</View>
        ))}
      </Card>
      {signedAt === null && (
        <Notice tone="info" title="签了以后">
          {sufficient
            ? '这份承诺书可以代替关系证明材料，系统接着核对票据，马上有结果。'
            : '这种关系签了承诺书以后，还要由工作人员核对，会在 3 个工作日内答复。'}
        </Notice>
      )}
      {sha256 !== null && (
        <Card title="保存的凭据">
          <Facts items={[{ label: '校验值（前 16 位）', value: sha256.slice(0, 16) }]} />
        </Card>
      )}
    </>
  );
}
