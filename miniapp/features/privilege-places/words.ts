import type * as z from 'zod/mini';
import { getMyPlaceReport, type placeProblem, reportPrivilegePlace } from '@contract/place-reports';
import { getPrivilegePlace, listPrivilegePlaces } from '@contract/privilege-places';
import { type Output } from '@contract/endpoint';
import { type PlaceType } from '@rules/place-type';
import { wordsFor } from '@miniapp/platform/words';
import { type IconName } from '@miniapp/ui/icon-paths';

export type ListedPlace = Output<typeof listPrivilegePlaces>['items'][number];
export type ShownPlace = Output<typeof getPrivilegePlace>;
export type Practice = NonNullable<ShownPlace['practice']>;
export type Kind = ShownPlace['kind'];
export type UseWay = ShownPlace['ways'][number];
export type PlaceProblem = z.output<typeof placeProblem>;

export const say = wordsFor([listPrivilegePlaces, getPrivilegePlace, reportPrivilegePlace, getMyPlaceReport], {
  BAD_CURSOR: '列表已经更新，请返回后重新打开。',
  ALREADY_REPORTED: '您已经反映过这个地点，我们正在核实，有答复会发到您的消息里。',
  NOT_FOUND: '没有找到这个地点，可能已经停止使用。',
});

export const typeWords: Readonly<Record<PlaceType, string>> = {
  metro: '地铁、轻轨',
  bus: '公交',
  ferry: '客渡、水上巴士',
  park: '公园、景点',
  museum: '博物馆、文化馆',
  hospital: '医院',
};

/** What is free at a place of that type. */
export const freeWords: Readonly<Record<PlaceType, string>> = { ...typeWords, hospital: '医院普通门诊诊查费' };

export const kindIcons: Readonly<Record<Kind, IconName>> = { transit: 'bus', park: 'tree', hospital: 'hospital' };

export const kindChoices = [
  { value: 'all', label: '全部' },
  { value: 'transit', label: '乘车' },
  { value: 'park', label: '公园' },
  { value: 'hospital', label: '医院' },
] as const;

interface WayWords {
  readonly name: string;
  /** What to do there. */
  readonly how: string;
}

export const wayWords: Readonly<Record<UseWay, WayWords>> = {
  gate: { name: '闸机扫码', how: '打开优享码，选好用途，对准车上或闸机的扫码口。' },
  desk: { name: '人工窗口', how: '给窗口工作人员扫优享码，或出示荣誉证。' },
  card: { name: '纸质优享卡', how: '没有手机时，在人工窗口出示优享卡和身份证件原件。' },
};

export const problemChoices: readonly { readonly value: PlaceProblem; readonly label: string }[] = [
  { value: 'refused', label: '工作人员说不能用' },
  { value: 'scanner', label: '扫码没有反应或不通过' },
  { value: 'charged', label: '还是收了费' },
  { value: 'closed', label: '没有开放' },
  { value: 'moved', label: '搬走了，或找不到' },
  { value: 'other', label: '其他' },
];

export const sayProblem = (problem: PlaceProblem): string =>
  problemChoices.find(({ value }) => value === problem)?.label ?? '其他';
