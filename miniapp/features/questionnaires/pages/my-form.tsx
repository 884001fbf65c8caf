import { openMyForm } from '@contract/questionnaires';
import { useEffect } from 'react';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { useOpenedOnce } from '../use-opened-once';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { sayKept } from '../words';

definePageConfig({ navigationBarTitleText: '我的回答' });

export default function MyFormPage() {
  const appointmentId = useParam('appointmentId');
  const form = useOpenedOnce(openMyForm, { appointmentId });
  const { reload } = form;
  useEffect(() => void reload(), [reload]);
  return (
    <Page title="我的回答">
      <Loaded query={form} say={sayKept}>
        {({ items, submittedAt, examinedAt, version }) => (
          <>
            <Notice tone="info">
              {`${sayStamp(submittedAt)} 签名，版本 ${version}。`}
              {examinedAt ? `体检人员 ${sayStamp(examinedAt)} 签名。` : ''}
            </Notice>
            <Card flush>
              {items.map(({ questionId, text, answer, carried }, index) => (
                <ListRow
                  key={questionId}
                  title={`${index + 1}、${text}`}
                  note={`回答：${answer}${carried ? '（与上次相同）' : ''}`}
                />
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
