import { type IconName } from '@miniapp/ui/icon-paths';

interface Service {
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
}

export const services: readonly Service[] = [
  { icon: 'certificate', title: '电子无偿献血证', note: '每一次献血都有记录，可以给别人扫码核验' },
  { icon: 'calendar', title: '预约献血', note: '选好地点和时间，到了不用久等' },
  { icon: 'qr-code', title: '三免优享码', note: '奖次满 20 次，乘车、游园、看门诊出示' },
  { icon: 'receipt', title: '用血费用减免', note: '本人和亲属用血，线上申请，不用跑腿' },
];
