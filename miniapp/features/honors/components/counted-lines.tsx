import { useState } from 'react';
import { View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayRule } from '@miniapp/features/certificates/show';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import './counted-lines.scss';

export interface CountedLine {
  readonly id: string;
  readonly on: string;
  readonly why: string;
  /** '计 2 次' */
  readonly adds: string;
  /** '共 20 次' */
  readonly total: string;
}

/** As many as a screen holds: whoever wants the others asks for them. */
const shownFirst = 8;
/** Drawn in one go without a phone noticing; platelet donors come to hundreds. */
const shownMore = 50;

/** What each donation adds and what it comes to, the latest first. */
export function CountedLines({ lines }: { readonly lines: readonly CountedLine[] }) {
  const [shown, setShown] = useState(shownFirst);
  if (lines.length === 0)
    return <EmptyState icon="history" title="还没有献血记录" text="献过血之后，每一次计多少都会列在这里。" />;
  const latest = [...lines].reverse();
  return (
    <View className="honor-lines">
      {latest.slice(0, shown).map(({ id, on, why, adds, total }) => (
        <View className="honor-line" key={id}>
          <View className="honor-line-words">
            <View className="t-body">{sayMonthDay(on, '')}</View>
            <View className="t-note t-quiet">{sayRule(why)}</View>
          </View>
          <View className="honor-line-sums">
            <View className="t-body t-strong">{adds}</View>
            <View className="t-note t-quiet">{total}</View>
          </View>
        </View>
      ))}
      {latest.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + shownMore)}>
          {latest.length > shown + shownMore
            ? `再看 ${shownMore} 次，共 ${latest.length} 次`
            : `看全部 ${latest.length} 次`}
        </Button>
      )}
    </View>
  );
}
