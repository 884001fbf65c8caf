import { getOperationsOverview } from '@contract/operations';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { IntakeRuns } from '../components/intake-runs';
import { OverviewFigures } from '../components/overview-figures';
import { say } from '../operations-words';

definePageConfig({ navigationBarTitleText: '运行情况' });

export default function OperationsPage() {
  useWide();
  const overview = useQuery(getOperationsOverview, {});
  return (
    <Page title="运行情况">
      <Loaded query={overview} say={say}>
        {value => (
          <>
            <OverviewFigures overview={value} />
            <Columns>
              <Column>
                <IntakeRuns runs={value.intakeRuns} />
              </Column>
              <Column>
                <Card flush title="管理">
                  <ListRow
                    icon="calendar"
                    title="献血场次"
                    note="排场次、闭站日、急需血型"
                    onPress={() => void go(routes.sessions())}
                  />
                  <ListRow
                    icon="history"
                    title="操作记录"
                    note="谁在什么时候做了什么，结果如何"
                    onPress={() => void go(routes.audit())}
                  />
                  <ListRow
                    icon="form"
                    title="满意度"
                    note="各献血点每月的分数，意见多久回复"
                    onPress={() => void go(routes.siteScores())}
                  />
                  <ListRow
                    icon="inbox"
                    title="随访和意见"
                    note="不满意的评价，等着回复"
                    onPress={() => void go(routes.cases())}
                  />
                  <ListRow
                    icon="receipt"
                    title="减免款转账和对账"
                    note="转账批次、银行回盘、和医院对账、追回"
                    onPress={() => void go(routes.payouts())}
                  />
                  <ListRow
                    icon="place"
                    title="优享码使用地点"
                    note="新增、修改、导入，处理献血者反映的问题"
                    onPress={() => void go(routes.managedPlaces())}
                  />
                  <ListRow
                    icon="gate"
                    title="验码设备"
                    note="登记、换密钥、停用，查看可疑的使用"
                    onPress={() => void go(routes.gates())}
                  />
                  <ListRow
                    icon="ticket"
                    title="纸质优享卡"
                    note="给没有手机的献血者打印、挂失"
                    onPress={() => void go(routes.privilegeCard())}
                  />
                  <ListRow
                    icon="shield"
                    title="暂停或恢复优享码"
                    note="按证书编号，立即生效"
                    onPress={() => void go(routes.suspendPrivilege())}
                  />
                </Card>
              </Column>
            </Columns>
          </>
        )}
      </Loaded>
    </Page>
  );
}
