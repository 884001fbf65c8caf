import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Button } from '@miniapp/ui/button';
import { Icon } from '@miniapp/ui/icon';
import { type IconName } from '@miniapp/ui/icon-paths';
import { type Trouble } from '../use-live-code';
import { say } from '../words';
import './code-ticket.scss';

interface CodeCoverProps {
  readonly hidden: boolean;
  /** There was a code, and its time is over. */
  readonly stale: boolean;
  readonly trouble: Trouble | null;
  readonly onRedraw: () => void;
}

interface Cover {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

function coverOf({ hidden, stale, trouble }: CodeCoverProps): Cover {
  if (hidden) return { icon: 'shield', title: '优享码已遮住', text: '回到这个页面后会自动换新。' };
  if (!trouble) return { icon: 'qr-code', title: '正在取新码…', text: '请稍等。' };
  if (trouble.code === 'OFFLINE')
    return {
      icon: 'offline',
      title: '网络没有连上',
      text: stale ? '原来的码已过期，不能再用。连上网络后会自动换新。' : '优享码要连上网络才能生成，连上后会自动出现。',
    };
  return { icon: 'look', title: '暂时取不到新码', text: say(trouble) };
}

/** Stands in the place of a code that must not be shown, and says why. */
export function CodeCover(props: CodeCoverProps) {
  const { hidden, trouble, onRedraw } = props;
  const cover = coverOf(props);
  return (
    <View className="code-cover" {...spoken({ role: 'status' })}>
      <Icon name={cover.icon} colour="red" scale={2} />
      <View className="t-lead t-strong">{cover.title}</View>
      <View className="t-quiet">{cover.text}</View>
      {!hidden && trouble && (
        <Button kind="secondary" onPress={onRedraw}>
          再试一次
        </Button>
      )}
    </View>
  );
}
