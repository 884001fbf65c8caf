import { View } from '@tarojs/components';
import { useState } from 'react';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow } from '@miniapp/ui/field-choice';
import { QuestionnairePage } from '../components/questionnaire-page';
import { agreement } from '../words';

definePageConfig({ navigationBarTitleText: '献血知情同意书' });

export default function ConsentPage() {
  const appointmentId = useParam('appointmentId');
  const same = useParam('same');
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const goOn = () => {
    setTried(true);
    if (agreed) void go(routes.signConsent({ appointmentId, ...(same ? { same } : {}) }));
  };
  return (
    <QuestionnairePage
      title="献血知情同意书"
      appointmentId={appointmentId}
      action={() => <Button onPress={goOn}>去签名</Button>}
    >
      {({ consentSections }) => (
        <>
          {tried && !agreed && <ErrorSummary problems={{ agreed: '读完后，请在最后一项打勾。' }} />}
          {consentSections.map(section => (
            <Card key={section.title} title={section.title}>
              {section.body.split('\n').map(paragraph => (
                <View key={paragraph}>{paragraph}</View>
              ))}
            </Card>
          ))}
          <CheckRow id={fieldId('agreed')} label={agreement} checked={agreed} onChange={setAgreed} />
        </>
      )}
    </QuestionnairePage>
  );
}
