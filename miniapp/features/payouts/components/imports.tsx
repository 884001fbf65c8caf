import { View } from '@tarojs/components';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { ListSource } from '@miniapp/features/gates/components/list-source';
import { type Batch, type BatchWork, type Imported } from '../use-batch';
import { sayProblem } from '../words';

interface ImportsProps {
  readonly batch: Batch;
  readonly work: BatchWork;
}

/** The bank's answer goes in here, in parts and again as it comes; below, what came of each file. */
export function Imports({ batch: { state, imports }, work }: ImportsProps) {
  return (
    <>
      {work.imported && <Report told={work.imported} />}
      {state === 'downloaded' && (
        <Card title="银行回盘">
          <View className="t-note t-quiet">银行可以分几次答复，同一个文件导入两次也只算一次。</View>
          <ListSource
            id={fieldId('content')}
            value={work.content}
            error={work.problems.atFields.content}
            onChange={work.change}
          />
        </Card>
      )}
      {imports.length > 0 && (
        <Card flush title="导入过的文件">
          {[...imports].reverse().map(({ at, sha256, paid, failed, repeated, problems }) => (
            <ListRow
              key={`${at} ${sha256}`}
              title={`${sayStamp(at)} · 校验码 ${sha256.slice(0, 12)}`}
              note={`转出 ${paid}，没转成 ${failed}，重复 ${repeated}，有问题 ${problems.length}`}
            />
          ))}
        </Card>
      )}
    </>
  );
}

function Report({ told: { paid, failed, repeated, problems, waiting } }: { readonly told: Imported }) {
  return (
    <>
      <Notice tone={problems.length > 0 ? 'look' : 'done'} title="已导入" announce>
        {`转出 ${paid} 笔，没转成 ${failed} 笔，重复 ${repeated} 笔；还有 ${waiting} 笔银行没有答复。`}
      </Notice>
      {problems.length > 0 && (
        <Card flush title={`${problems.length} 行有问题，没有改动`}>
          {problems.map(({ row, problem }) => (
            <ListRow key={row} title={`第 ${row} 行`} note={sayProblem(problem)} />
          ))}
        </Card>
      )}
    </>
  );
}
