import { View } from '@tarojs/components';
import { Card } from '@miniapp/ui/card';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { terms } from '../terms';

definePageConfig({ navigationBarTitleText: '服务协议和隐私政策' });

export default function TermsPage() {
  return (
    <Page title="服务协议和隐私政策">
      {terms.map(({ title, lines }) => (
        <Card key={title} title={title}>
          <Stack gap={2}>
            {lines.map(line => (
              <View key={line}>{line}</View>
            ))}
          </Stack>
        </Card>
      ))}
    </Page>
  );
}
