import { View } from '@tarojs/components';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { spoken } from '@miniapp/platform/spoken';
import { Button } from '@miniapp/ui/button';
import { Qr } from '@miniapp/ui/qr';
import { Ticket } from '@miniapp/ui/ticket';
import { type LiveCode, type Scope, secondsTo } from '../live-code';
import { type Trouble } from '../use-live-code';
import { sayClock } from '../say-clock';
import { scopeWords } from '../words';
import { CodeCover } from './code-cover';
import './code-ticket.scss';

interface CodeTicketProps {
  readonly scope: Scope;
  readonly code: LiveCode | null;
  readonly stale: boolean;
  readonly trouble: Trouble | null;
  readonly shown: boolean;
  readonly onRedraw: () => void;
}

/** What is held before the scanner: one large code, how long it lasts, and nothing else to look at. */
export function CodeTicket({ scope, code, stale, trouble, shown, onRedraw }: CodeTicketProps) {
  const words = scopeWords[scope];
  return (
    <View className="code-ticket">
      <Ticket
        title={words.title}
        note={words.free}
        stub={
          <View className="code-stub">
            <View>{words.how}</View>
            <View className="t-note t-quiet">每个码只能用一次，截图无效</View>
          </View>
        }
      >
        {code && shown ? (
          <>
            <Qr segments={code.segments} label={`${words.title}优享码，二维码`} />
            <Seconds code={code} failing={trouble !== null && !code.keptUntil} />
          </>
        ) : (
          <CodeCover hidden={!shown} stale={stale} trouble={trouble} onRedraw={onRedraw} />
        )}
        {code && shown && !trouble && !code.keptUntil && (
          <Button kind="quiet" onPress={onRedraw}>
            刚用过？换一个新码
          </Button>
        )}
      </Ticket>
    </View>
  );
}

/** Counts to the next code, or, when none can be fetched, to the end of this one. */
function Seconds({ code, failing }: { readonly code: LiveCode; readonly failing: boolean }) {
  const left = secondsTo(failing ? code.endsAt : code.redrawAt, code);
  const part = left / Math.max(1, Math.round((failing ? code.endsAt : code.redrawAt) / 1000));
  return (
    <View className="code-time">
      <View className="code-seconds">
        <View className="code-clock">{sayClock(code.serverNow())}</View>
        <View>{failing ? `还能用 ${left} 秒` : left > 0 ? `${left} 秒后自动换新` : '正在换新…'}</View>
      </View>
      <View className="code-bar">
        <View className={`code-bar-part${failing ? ' code-bar-failing' : ''}`} style={{ width: `${part * 100}%` }} />
      </View>
      {code.keptUntil && (
        <View {...spoken({ role: 'status' })}>
          <View className="t-strong">没有网络，这是离线码，可以照常使用</View>
          <View className="t-note t-quiet">{`用过后请等它自动换新。离线可用到 ${sayStamp(new Date(code.keptUntil).toISOString())}，联网后自动换回。`}</View>
        </View>
      )}
      {failing && (
        <View className="t-strong" {...spoken({ role: 'alert' })}>
          换不了新码，网络没有连上。这个码到时间前还能用一次。
        </View>
      )}
    </View>
  );
}
