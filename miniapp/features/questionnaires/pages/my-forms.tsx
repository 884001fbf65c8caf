import { listMyForms, openMyArchive } from '@contract/questionnaires';
import { type Output } from '@contract/endpoint';
import { useState } from 'react';
import { call } from '@miniapp/platform/call';
import { sayDate } from '@miniapp/platform/chinese-date';
import { openPdf } from '@miniapp/platform/open-file';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { usePaged } from '@miniapp/platform/use-paged';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { sayKept } from '../words';

definePageConfig({ navigationBarTitleText: '征询表和电子档案' });

type Form = Output<typeof listMyForms>['items'][number];

export default function MyFormsPage() {
  const { query, more, loadMore } = usePaged(cursor => call(listMyForms, { cursor }));
  return (
    <Page title="征询表和电子档案">
      <Card flush>
        <ListRow
          icon="shield"
          title="谁看过我的征询表"
          note="每打开一次都有记录"
          onPress={() => void go(routes.openings())}
        />
      </Card>
      <Loaded query={query} say={sayKept}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="form" title="还没有签过征询表" text="预约后填写并签名的征询表会留在这里，随时可以看。" />
          ) : (
            <>
              {items.map(form => (
                <FormCard key={form.id} form={form} />
              ))}
              <MoreButton more={more} label="查看更早的" end="没有更早的了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const typeWords = { whole_blood: '献全血', platelets: '献血小板' } as const;
const archiveWords = {
  none: '电子档案在献血结束后制作。',
  making: '电子档案正在制作，过几分钟再来看看。',
  failed: '电子档案没有做成，请联系血站。',
} as const;

function FormCard({ form: { appointmentId, validOn, siteName, type, archive } }: { readonly form: Form }) {
  const open = useCommand(openMyArchive);
  const [stuck, setStuck] = useState(false);
  const download = async () => {
    const answer = await open.run({ appointmentId });
    if (answer?.ok) setStuck(!(await openPdf(answer.value.url)));
  };
  return (
    <Card title={sayDate(validOn)} aside={typeWords[type]}>
      <Stack gap={3}>
        <>{siteName}</>
        {open.refusal && (
          <Notice tone="look" announce>
            {sayKept(open.refusal)}
          </Notice>
        )}
        {stuck && (
          <Notice tone="look" announce>
            这台手机没能打开文件，请在电脑浏览器里登录后再试。
          </Notice>
        )}
        {archive === 'ready' ? (
          <Button kind="secondary" busy={open.busy} onPress={() => void download()}>
            打开电子档案（PDF）
          </Button>
        ) : (
          <Notice tone="wait">{archiveWords[archive]}</Notice>
        )}
        <Button kind="quiet" onPress={() => void go(routes.myForm({ appointmentId }))}>
          看我的回答
        </Button>
      </Stack>
    </Card>
  );
}
