import { toChinaDate } from '@rules/calendar';
import { sayDate, sayTime } from '@miniapp/platform/chinese-date';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Stack } from '@miniapp/ui/stack';
import { type Appointment } from '../appointment';
import { bookingRules, typeNames } from '../words';
import { Countdown } from './countdown';
import { Lines } from './lines';
import { When } from './when';

interface HeldPlaceProps {
  readonly appointment: Appointment;
  readonly seconds: number;
  readonly extending: boolean;
  readonly onExtend: () => void;
}

/** What is kept, for how long, and what to know before saying yes. */
export function HeldPlace({ appointment, seconds, extending, onExtend }: HeldPlaceProps) {
  const { hold, startsAt, type, site, group } = appointment;
  if (!hold) return null;
  const { offered, extensionsLeft, until } = hold;
  return (
    <>
      <Card>
        <Countdown
          seconds={seconds}
          note={offered ? `名额为您留着，请在${sayUntil(until)}以前答复` : '这个时间正为您留着，请确认'}
          hint={offered ? '快到时间了，请答复。' : '快到时间了，需要的话请延长。'}
        />
        {extensionsLeft > 0 && (
          <Button kind="secondary" icon="clock" busy={extending} onPress={onExtend}>
            再给我 10 分钟
          </Button>
        )}
      </Card>
      <Card>
        <When startsAt={startsAt} />
        <Facts
          items={[
            { label: '献什么', value: typeNames[type] },
            { label: '地点', value: site.name },
            { label: '地址', value: site.address },
            ...(group ? [{ label: '团体', value: group }] : []),
            { label: '请带上', value: site.bring },
          ]}
        />
      </Card>
      <Card title="来之前请知道">
        <Stack gap={2}>
          <Lines items={bookingRules} />
        </Stack>
      </Card>
    </>
  );
}

const sayUntil = (at: string): string => `${sayDate(toChinaDate(at))} ${sayTime(at)} `;
