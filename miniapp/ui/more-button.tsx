import { View } from '@tarojs/components';
import { Button } from './button';
import { Notice } from './notice';

interface MoreButtonProps {
  /** As `usePaged` gives it. */
  readonly more: 'end' | 'idle' | 'busy' | 'failed';
  readonly label: string;
  /** Below the last page. */
  readonly end?: string;
  readonly onPress: () => void;
}

/** The way to the next page of a list: a button and no endless scrolling, so that the end can be reached. */
export function MoreButton({ more, label, end, onPress }: MoreButtonProps) {
  if (more === 'end') return end ? <View className="t-note t-quiet">{end}</View> : null;
  return (
    <>
      {more === 'failed' && (
        <Notice tone="look" announce>
          网络没有连上，请再试一次。
        </Notice>
      )}
      <Button kind="secondary" busy={more === 'busy'} onPress={onPress}>
        {label}
      </Button>
    </>
  );
}
