import { verifyCertificate } from '@contract/certificates';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Verdict } from '../components/verdict';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '献血证核验' });

/** What somebody sees who scanned a donor's code: no account, nothing but what the donor shows. */
export default function VerifyPage() {
  const token = useParam('token');
  const result = useQuery(verifyCertificate, { token }, { skip: token === '' });
  return (
    <Page
      title="献血证核验"
      action={
        result.kind === 'ready' && (
          <Button kind="secondary" onPress={() => void result.reload()}>
            重新核验
          </Button>
        )
      }
    >
      {token === '' ? (
        <EmptyState icon="scan" title="没有核验码" text="请扫描持证人手机上的核验二维码打开这个页面。" />
      ) : (
        <Loaded query={result} say={say}>
          {value => <Verdict result={value} />}
        </Loaded>
      )}
    </Page>
  );
}
