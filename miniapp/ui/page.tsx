import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { spoken } from '@miniapp/platform/spoken';
import { useElder } from '@miniapp/platform/elder';
import { host } from '@miniapp/platform/host';
import { goBack } from '@miniapp/platform/routes';
import { Heading } from './heading';
import { HelpBand } from './help-band';
import { Icon } from './icon';
import { Press } from './press';
import { PrivacyPanel } from './privacy-panel';
import './page.scss';

interface PageProps {
  readonly title: string;
  /** A tab page has no way back. */
  readonly tab?: boolean;
  /** Stays at the bottom within the thumb's reach: the one primary Button, perhaps a quiet one below it. */
  readonly action?: ReactNode;
  /** A class for the few pages with a ground of their own, such as the code. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** Every page is one of these: type and colours, title, safe areas, room for the action. */
export function Page({ title, tab = false, action, className = '', children }: PageProps) {
  const elder = useElder();
  useEffect(() => host.setTitle(title), [title]);
  return (
    <View className={`page${elder ? ' elder' : ''} ${className}`}>
      <HelpBand />
      {!host.drawsTitleBar && <TitleBar title={title} back={!tab} />}
      <View className="ui-page-body" {...spoken({ role: 'main' })}>
        {children}
      </View>
      {action && <View className="ui-page-action">{action}</View>}
      <PrivacyPanel />
    </View>
  );
}

function TitleBar({ title, back }: { readonly title: string; readonly back: boolean }) {
  return (
    <View className="ui-page-bar">
      {back && (
        <Press className="ui-page-back" label="返回" onPress={() => void goBack()}>
          <Icon name="back" colour="ink" />
        </Press>
      )}
      <Heading level={1}>{title}</Heading>
    </View>
  );
}
