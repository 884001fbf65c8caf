import { useState } from 'react';
import { closePrivilegePlace, getManagedPlace } from '@contract/privilege-places';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { sayPlaces } from '../registry-words';

definePageConfig({ navigationBarTitleText: '关闭地点' });

export default function PlaceClosePage() {
  useWide();
  const placeId = useParam('placeId');
  const place = useQuery(getManagedPlace, { placeId });
  const command = useCommand(closePrivilegePlace);
  const { summary, text, atFields, report, touch } = useProblems();
  const [reason, setReason] = useState('');
  const send = async (version: number) => {
    if (report({ ...(reason.trim().length < 4 && { reason: '请写明原因，至少 4 个字。' }) })) return;
    const answer = await command.run({ placeId, version, reason: reason.trim() });
    if (answer?.ok) await goBack();
    else if (answer) report({}, sayPlaces(answer));
  };
  const action = place.kind === 'ready' && (
    <Button busy={command.busy} onPress={() => void send(place.value.version)}>
      确认关闭
    </Button>
  );
  return (
    <Page title="关闭地点" action={action}>
      <ErrorSummary problems={summary} text={text} />
      <Loaded query={place} say={sayPlaces}>
        {({ name, city }) => (
          <Card title={name} aside={city}>
            <Notice tone="look">马上生效，献血者不再看到这个地点。以后还可以重新发布。</Notice>
            <TextField
              id={fieldId('reason')}
              label="原因"
              multiline
              maxLength={200}
              value={reason}
              error={atFields.reason}
              onChange={value => {
                touch('reason');
                setReason(value);
              }}
            />
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
