import { Button as HostButton, Text, View } from '@tarojs/components';
import { usePrivacyRequest } from '@miniapp/platform/privacy';
import { Button } from './button';
import { Notice } from './notice';
import './privacy-panel.scss';

const agreeId = 'agree-privacy';

/** WeChat takes the agreement only from its own button. Shown when a private interface is first used, at the end of the page. */
export function PrivacyPanel() {
  const request = usePrivacyRequest();
  if (!request) return null;
  return (
    <View className="ui-privacy">
      <Notice tone="info" title="需要您的同意" announce>
        <Text>继续之前，请阅读《用户隐私保护指引》。不同意也可以使用其他功能。</Text>
      </Notice>
      <Button kind="quiet" onPress={request.openGuide}>
        阅读《用户隐私保护指引》
      </Button>
      <HostButton
        id={agreeId}
        className="ui-privacy-agree"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => request.agree(agreeId)}
      >
        同意并继续
      </HostButton>
      <Button kind="secondary" onPress={request.disagree}>
        不同意
      </Button>
    </View>
  );
}
