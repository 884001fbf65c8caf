import { View } from '@tarojs/components';
import { useState } from 'react';
import { importPrivilegePlaces, listManagedPlaces } from '@contract/privilege-places';
import { type Output } from '@contract/endpoint';
import { goBack } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { ListSource } from '../components/list-source';
import { sayImportReason, sayPlaces } from '../registry-words';

definePageConfig({ navigationBarTitleText: '导入使用地点' });

type Told = Output<typeof importPrivilegePlaces>;

/** First what would happen, then it happens. */
export default function PlacesImportPage() {
  useWide();
  // Says at once whether an operator is signed in, before somebody fills in the form.
  const operator = useQuery(listManagedPlaces, {});
  const command = useCommand(importPrivilegePlaces);
  const { summary, text, atFields, report, touch } = useProblems();
  const [csv, setCsv] = useState('');
  const [checked, setChecked] = useState<Told | null>(null);
  const [done, setDone] = useState<Told | null>(null);
  const send = async (apply: boolean) => {
    if (report({ ...(csv.trim() === '' && { csv: '请选择文件，或把表格内容贴进来。' }) })) return;
    const answer = await command.run({ csv, apply, publish: true });
    if (!answer) return;
    if (!answer.ok) report({}, sayPlaces(answer));
    else if (apply) setDone(answer.value);
    else setChecked(answer.value);
  };
  const change = (next: string) => {
    touch('csv');
    setCsv(next);
    setChecked(null);
  };
  if (done)
    return (
      <Page title="导入使用地点" action={<Button onPress={() => void goBack()}>回到列表</Button>}>
        <Outcome tone="done" title="已导入" text={`新增 ${done.added} 处，修改 ${done.changed} 处，已经发布。`} />
        <Problems told={done} />
      </Page>
    );
  const work = checked ? checked.added + checked.changed : 0;
  const action =
    operator.kind === 'ready' &&
    (checked && work > 0 ? (
      <Button busy={command.busy} onPress={() => void send(true)}>
        {`导入并发布 ${work} 处`}
      </Button>
    ) : (
      <Button busy={command.busy} onPress={() => void send(false)}>
        检查
      </Button>
    ));
  return (
    <Page title="导入使用地点" action={action}>
      <ErrorSummary problems={summary} text={text} />
      <Loaded query={operator} say={sayPlaces}>
        {() => (
          <>
            {checked && (
              <Card title="检查结果">
                <Facts
                  items={[
                    { label: '新增', value: `${checked.added} 处` },
                    { label: '修改', value: `${checked.changed} 处` },
                    { label: '没有变化', value: `${checked.same} 处` },
                    { label: '有错误', value: `${checked.problems.length} 处，不会导入` },
                  ]}
                />
              </Card>
            )}
            {checked && <Problems told={checked} />}
            <Card title="表格">
              <View className="t-note t-quiet">
                第一行是列名：城市、类型、名称、使用方式，可以再有运营单位、地址、开放时间、说明、纬度、经度。城市、用途和名称都相同的算同一处，会被修改。
              </View>
              <ListSource id={fieldId('csv')} value={csv} error={atFields.csv} onChange={change} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Problems({ told: { problems } }: { readonly told: Told }) {
  if (problems.length === 0) return null;
  return (
    <>
      <Notice tone="look" title={`${problems.length} 处要改`}>
        改好后再导入一次就行，已经导入的不会重复。
      </Notice>
      <Card flush>
        {problems.map(({ line, column, reason }) => (
          <ListRow
            key={`${line} ${column}`}
            title={`第 ${line} 行${column === '' ? '' : `，${column}`}`}
            note={sayImportReason(reason)}
          />
        ))}
      </Card>
    </>
  );
}
