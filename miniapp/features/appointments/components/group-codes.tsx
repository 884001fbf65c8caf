import { View } from '@tarojs/components';
import { type createGroupBooking } from '@contract/group-bookings';
import { type Output } from '@contract/endpoint';
import { useMemo, useState } from 'react';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { copyText } from '@miniapp/platform/copy-text';
import { pageLink } from '@miniapp/platform/page-link';
import { routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Qr } from '@miniapp/ui/qr';
import { Tag } from '@miniapp/ui/tag';
import { spaced } from '../group-code';
import { typeNames } from '../words';
import './group-codes.scss';

interface GroupCodesProps {
  readonly made: Output<typeof createGroupBooking>;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

/** A group for the staff: its codes to pass on, its counts, and the way to end it early. */
export function GroupCodes({ made, busy, onEnd }: GroupCodesProps) {
  const { group, memberCode, organiserCode } = made;
  const [copied, setCopied] = useState<boolean | null>(null);
  const [shown, setShown] = useState(false);
  const [ending, setEnding] = useState(false);
  const link = pageLink(routes.groupBooking({ code: memberCode })) ?? memberCode;
  const segments = useMemo(() => [{ mode: 'byte' as const, data: link }], [link]);
  const [taken, places] = [sum(group.times.map(time => time.taken)), sum(group.times.map(time => time.places))];
  const open = group.state === 'open';
  return (
    <Card title={group.name} aside={<Tag tone={open ? 'done' : 'info'}>{open ? '预约中' : '已结束'}</Tag>}>
      <Facts
        items={[
          { label: '地点', value: `${group.siteName} · ${typeNames[group.type]}` },
          { label: '第一场', value: group.times[0] ? sayMoment(group.times[0].startsAt) : '' },
          { label: '已约', value: `${taken} / ${places}` },
          { label: '成员码', value: <View className="group-code">{spaced(memberCode)}</View> },
          { label: '组织者码', value: <View className="group-code">{spaced(organiserCode)}</View> },
          { label: '放开剩余', value: sayMoment(group.releaseAt) },
        ]}
      />
      {shown && <Qr segments={segments} label={`${group.name}的团体预约二维码`} />}
      {open && (
        <>
          <Button kind="secondary" icon="qr-code" onPress={() => setShown(!shown)}>
            {shown ? '收起二维码' : '出示成员二维码'}
          </Button>
          <Button kind="secondary" icon="share" onPress={() => void copyText(link).then(setCopied)}>
            复制成员预约链接
          </Button>
          {ending ? (
            <>
              <Notice tone="look" title="现在就结束？">
                没约出去的名额马上向大家开放；已经约好的成员不受影响。
              </Notice>
              <Button kind="secondary" busy={busy} onPress={onEnd}>
                确认结束并放开名额
              </Button>
              <Button kind="quiet" onPress={() => setEnding(false)}>
                不结束
              </Button>
            </>
          ) : (
            <Button kind="quiet" onPress={() => setEnding(true)}>
              提前结束
            </Button>
          )}
        </>
      )}
      {copied !== null && (
        <Notice tone={copied ? 'done' : 'look'} announce>
          {copied ? '已经复制，可以发给组织者。' : '没有复制成功，请把成员码抄给对方。'}
        </Notice>
      )}
    </Card>
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
