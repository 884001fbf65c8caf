import { verifyHonor } from '@contract/honors';
import { sayMoment, sayMonthDay } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '荣誉证核验' });

const verdicts = {
  valid: { tone: 'done', title: '有效', text: '这是一份真实、有效的荣誉证。' },
  revoked: { tone: 'stop', title: '已撤销', text: '这份荣誉证已经撤销，不再有效。' },
  replaced: { tone: 'stop', title: '已换发', text: '这份荣誉证已经换发新证，请持证人出示新证。' },
  unknown: { tone: 'stop', title: '查无此证', text: '没有这份荣誉证，请核对来源。' },
} as const;

/** What somebody sees who scanned the certificate: no account, a masked name, nothing about donations. */
export default function VerifyHonorPage() {
  const token = useParam('token');
  const result = useQuery(verifyHonor, { token }, { skip: token === '' });
  return (
    <Page title="荣誉证核验">
      {token === '' ? (
        <EmptyState icon="scan" title="没有核验码" text="请扫描荣誉证上的二维码打开这个页面。" />
      ) : (
        <Loaded query={result} say={say}>
          {({ status, shown, checkedAt }) => (
            <>
              <Outcome {...verdicts[status]} />
              {shown && (
                <Card title="浙江省无偿献血荣誉证">
                  <Facts
                    items={[
                      { label: '持证人', value: shown.maskedName },
                      { label: '证书编号', value: shown.number },
                      { label: '地区', value: `浙江省${shown.city}` },
                      { label: '发证日期', value: sayMonthDay(shown.issuedOn, '') },
                      { label: '发证单位', value: shown.issuer },
                      { label: '核验时间', value: sayMoment(checkedAt) },
                    ]}
                  />
                </Card>
              )}
              {status === 'valid' && <Notice tone="info">限本人使用。需要确认是不是本人时，请再看身份证件。</Notice>}
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
