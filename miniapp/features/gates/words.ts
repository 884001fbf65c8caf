import { inspectUse } from '@contract/gate-registry';
import { getMyGate, verifyAtGate } from '@contract/gates';
import { type Output } from '@contract/endpoint';
import { wordsFor } from '@miniapp/platform/words';

type Answer = Output<typeof verifyAtGate>;

export const say = wordsFor([getMyGate, verifyAtGate], {
  NOT_ALLOWED: '这台设备没有登记为验码点，请联系运营人员。',
  TOO_MANY_REQUESTS: '扫码太快，请稍等一下再扫。',
});

export const kinds = { transit: '乘车', park: '公园', hospital: '医院' } as const;

interface ReasonWords {
  /** Read from three metres: four characters at most. */
  readonly word: string;
  /** What to say to the donor. */
  readonly advice: string;
}

export const reasonWords: Readonly<Record<Answer['reason'] | 'clock' | 'stale' | 'starting', ReasonWords>> = {
  clock: { word: '时钟不准', advice: '设备的时间不可靠，请联网后再验' },
  stale: { word: '密钥过旧', advice: '设备太久没有联网，请看一下本人；满 7 天须先联网' },
  starting: { word: '请稍候', advice: '设备刚启用，一分半钟后可以离线验码' },
  ok: { word: '通行', advice: '感谢您无偿献血' },
  format: { word: '不识别', advice: '这不是献血优享码，请打开“优享码”页面再扫' },
  key: { word: '不识别', advice: '请关闭并重新打开“优享码”页面再扫' },
  signature: { word: '不识别', advice: '请关闭并重新打开“优享码”页面再扫' },
  early: { word: '未生效', advice: '请稍等几秒再扫' },
  expired: { word: '已过期', advice: '请等二维码自动换新后再扫' },
  scope: { word: '不适用', advice: '请在“优享码”页面选对使用地点后再扫' },
  revoked: { word: '已停用', advice: '请到服务窗口咨询' },
  replay: { word: '已用过', advice: '请换一个新码后再扫' },
  interval: { word: '间隔太短', advice: '同一位献血者刚刚通过，请稍后再扫' },
  speed: { word: '请核对', advice: '这位献血者刚在很远的地方用过，请看一下本人' },
  review: { word: '请核对', advice: '这位献血者的码近来重复使用过，请看一下本人' },
  card: { word: '请核对', advice: '纸质码，请核对证件后放行' },
  unknown: { word: '查不到', advice: '请到服务窗口咨询' },
};

export const sayInspect = wordsFor([inspectUse], {
  NOT_SHOWN: '扫码已超过 1 分钟，或没有可以核对的内容。',
});
