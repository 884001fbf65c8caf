import { getGate } from '@contract/gate-registry';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { Facts } from '@miniapp/ui/facts';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { HistoryCard } from '../components/history-card';
import { tagOf } from '../gate-state-tag';
import { type RegisteredGate, sayRegistry, sayType } from '../registry-words';
import { kinds } from '../words';

definePageConfig({ navigationBarTitleText: '验码设备' });

export default function GateDetailsPage() {
  useWide();
  const gateId = useParam('gateId');
  const gate = useQuery(getGate, { gateId });
  const action = gate.kind === 'ready' && (
    <Button onPress={() => void go(routes.gateForm({ gateId }))}>修改登记内容</Button>
  );
  return (
    <Page title={gate.kind === 'ready' ? gate.value.name : '验码设备'} action={action}>
      <Loaded query={gate} say={sayRegistry}>
        {value => (
          <Columns>
            <Column>
              <About gate={value} />
              <Card flush>
                {value.active && (
                  <ListRow
                    icon="shield"
                    title="更换密钥"
                    note={
                      value.oldSecretUntil
                        ? `旧密钥用到 ${sayStamp(value.oldSecretUntil)}`
                        : '设备更换、人员变动或可能泄露时'
                    }
                    onPress={() => void go(routes.gateSecret({ gateId }))}
                  />
                )}
                <ListRow
                  icon="look"
                  title="可疑的和请人查看的使用"
                  note={value.flagged > 0 ? `不该放行的 ${value.flagged} 次` : '近 30 天'}
                  onPress={() => void go(routes.flaggedUses({ gateId }))}
                />
                <ListRow
                  icon={value.active ? 'stop' : 'check-circle'}
                  title={value.active ? '停用这台设备' : '恢复使用'}
                  note={value.active ? '马上生效，丢失、检修时用' : '原来的密钥又可以使用'}
                  onPress={() => void go(routes.gateSwitch({ gateId }))}
                />
              </Card>
            </Column>
            <Column>
              <Working gate={value} />
              <HistoryCard history={value.history} />
            </Column>
          </Columns>
        )}
      </Loaded>
    </Page>
  );
}

function About({ gate }: { readonly gate: RegisteredGate }) {
  const { tone, word } = tagOf(gate, Date.now());
  const { code, operatorName, city, place, type, scopes, staffed, groupCode, position, registeredAt } = gate;
  return (
    <Card title="登记内容" aside={<Tag tone={tone}>{word}</Tag>}>
      <Facts
        items={[
          { label: '设备编号', value: code },
          { label: '运营单位', value: operatorName === '' ? '没有登记' : operatorName },
          { label: '在哪里', value: [city, place].filter(part => part !== '').join(' ') },
          { label: '类型', value: sayType(type) },
          { label: '可验类型', value: scopes.map(scope => kinds[scope]).join('、') },
          { label: '值守', value: staffed ? '有人值守' : '无人值守' },
          ...(groupCode === code ? [] : [{ label: '分组', value: groupCode }]),
          { label: '坐标', value: position ? `${position.latitude}，${position.longitude}` : '没有登记' },
          { label: '登记时间', value: sayStamp(registeredAt) },
        ]}
      />
    </Card>
  );
}

function Working({ gate: { lastSeenAt, lastScanAt, keySet, listAt, results } }: { readonly gate: RegisteredGate }) {
  const old = keySet.held !== null && keySet.held !== keySet.current;
  return (
    <Card title="运行">
      <Facts
        items={[
          { label: '最后联网', value: lastSeenAt ? sayStamp(lastSeenAt) : '还没有' },
          { label: '最后验码', value: lastScanAt ? sayStamp(lastScanAt) : '还没有' },
          {
            label: '公钥版本',
            value:
              keySet.held === null
                ? '没有上报（只联网验码）'
                : `${keySet.held}${old ? `，最新是 ${keySet.current}` : '，最新'}`,
          },
          { label: '停用名单', value: listAt ? `${sayStamp(listAt)} 的` : '没有上报' },
          { label: '放行', value: `${results.green} 次（近 30 天）` },
          { label: '请人查看', value: `${results.amber} 次（近 30 天）` },
          { label: '没有放行', value: `${results.red} 次（近 30 天）` },
        ]}
      />
    </Card>
  );
}
