import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { TextField } from '@miniapp/ui/field-text';
import { CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { DateField, SelectField } from '@miniapp/ui/field-pick';
import { Figure } from '@miniapp/ui/figure';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { Qr } from '@miniapp/ui/qr';
import { Stack } from '@miniapp/ui/stack';
import { Steps } from '@miniapp/ui/steps';
import { Tag } from '@miniapp/ui/tag';
import { Ticket } from '@miniapp/ui/ticket';
import { iconPaths } from '@miniapp/ui/icon-paths';
import { Icon } from '@miniapp/ui/icon';
import Calendar from '@taroify/core/calendar';
import '@taroify/core/calendar/style';
import { useQuery } from '@miniapp/platform/use-query';
import { useParam } from '@miniapp/platform/routes';
import { getCertificate } from '@contract/certificates';

definePageConfig({ navigationBarTitleText: '试' });

export default function Try() {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'a' | 'b' | null>('a');
  const [on, setOn] = useState(true);
  const part = useParam('part');
  const q = useQuery(getCertificate, {});
  const segments = useMemo(() => [{ mode: 'alphanumeric' as const, data: 'ZJ1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA%G7X+AQB9746HS80:54IBQF60R6$A80X6S1BTYACG6M+9XG8KIAWNA91AY%67092L4WJCT3EHS8XJC +DXJCCWENF6OF63W5NW6WF6%JC QE' }], []);
  if (part === 'code')
    return (
      <Page title="优享码">
        <Ticket title="浙江无偿献血优享码" note="请向工作人员出示" stub={<><View className="t-title">测试甲</View><View className="t-quiet">每 30 秒自动更新</View></>}>
          <Qr segments={segments} label="优享码二维码" />
        </Ticket>
      </Page>
    );
  if (part === 'icons') return <Page title="图标"><Stack across gap={4}>{(Object.keys(iconPaths) as (keyof typeof iconPaths)[]).map(n => <View key={n}><Icon name={n} colour="ink" scale={2} /></View>)}</Stack><Calendar /></Page>;
  if (part === 'query') return <Page title="我的献血"><Loaded query={q}>{v => <Text>{v.totals.donations}</Text>}</Loaded></Page>;
  if (part === 'form')
    return (
      <Page title="实名认证" action={<><Button onPress={() => undefined}>提交认证</Button><Button kind="quiet" onPress={() => undefined}>以后再说</Button></>}>
        <ErrorSummary problems={{ name: '请填写姓名。', docNumber: '号码与校验位不符，请核对后重新填写。' }} />
        <TextField id="field-name" label="姓名" hint="与身份证件上的姓名一致" value={name} onChange={setName} error="请填写姓名。" />
        <SelectField id="field-docType" label="证件类型" choices={[{ value: 'id', label: '居民身份证' }]} value="id" onChange={() => undefined} />
        <TextField id="field-docNumber" label="证件号码" value="330102199001010000" onChange={setName} error="号码与校验位不符，请核对后重新填写。" kind="idcard" />
        <DateField id="field-d" label="出生日期" optional value="" onChange={() => undefined} />
        <ChoiceField id="field-kind" label="献血类型" choices={[{ value: 'a', label: '全血', note: '约 20 分钟，间隔 6 个月' }, { value: 'b', label: '血小板', note: '约 90 分钟，间隔 14 天' }]} value={kind} onChange={setKind} />
        <CheckRow id="agree" label="我已阅读并同意《知情同意书》" checked={on} onChange={setOn} />
      </Page>
    );
  return (
    <Page title="预约成功" action={<Button onPress={() => undefined}>查看预约</Button>}>
      <Outcome tone="done" title="预约成功" text="请于 11 月 28 日 09:30 携带身份证件到站。" />
      <Card title="预约信息" aside={<Tag tone="done">已预约</Tag>}>
        <Facts items={[{ label: '地点', value: '杭州武林广场献血屋' }, { label: '时间', value: '2026年11月28日（周六）09:30' }, { label: '献血类型', value: '全血' }]} />
        <Button kind="secondary" icon="place" onPress={() => undefined}>查看地图</Button>
      </Card>
      <Card title="办理进度">
        <Steps items={[{ title: '提交申请', note: '11月20日 10:12', state: 'done' }, { title: '核对亲属关系', note: '正在向民政部门核对', state: 'now' }, { title: '审核', state: 'later' }]} />
      </Card>
      <Card><Stack across gap={4}><Figure value="20.5" unit="次" label="奖励次数" /><Figure value="3,200" unit="毫升" label="可减免用血" /></Stack></Card>
      <Notice tone="look" title="请注意">献血前一晚请保证睡眠，当天清淡饮食。</Notice>
      <Notice tone="info">需要帮助请拨打 12345。</Notice>
      <Stack across gap={2}><Tag tone="done">已完成</Tag><Tag tone="look">待补材料</Tag><Tag tone="stop">未通过</Tag><Tag tone="info">说明</Tag><Tag tone="wait">等待中</Tag></Stack>
    </Page>
  );
}
