import { sayTime } from '@miniapp/platform/chinese-date';
import { useNow } from '@miniapp/platform/use-now';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { sayCountdown } from '@miniapp/features/visits/rest-clock';
import { type Draw } from '../use-draw';

/** A draw takes minutes; more than two hours means that the clock of the device is wrong. */
const longest = 2 * 60 * 60;

/** How long the needle has been in, until it is stopped. */
export function DrawClock({ draw, startedAt }: { readonly draw: Draw; readonly startedAt: string }) {
  const now = draw.nowOfServer(useNow(1));
  const until = draw.stoppedAt ? Date.parse(draw.stoppedAt) : now;
  const seconds = Math.min(longest, Math.max(0, Math.floor((until - Date.parse(startedAt)) / 1000)));
  return (
    <Card title="采血时间">
      <Figure
        value={sayCountdown(seconds)}
        label={
          draw.stoppedAt ? `${sayTime(startedAt)} 开始，${sayTime(draw.stoppedAt)} 结束` : `${sayTime(startedAt)} 开始`
        }
      />
      {!draw.stoppedAt && (
        <Button kind="secondary" onPress={draw.stop}>
          采血结束
        </Button>
      )}
    </Card>
  );
}
