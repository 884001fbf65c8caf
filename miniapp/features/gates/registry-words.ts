import {
  changeGate,
  getGate,
  listFlaggedUses,
  listGates,
  listLooks,
  registerGate,
  rotateGateSecret,
  switchGate,
} from '@contract/gate-registry';
import { answerPlaceReport, listPlaceReports } from '@contract/place-reports';
import {
  closePrivilegePlace,
  getManagedPlace,
  importPrivilegePlaces,
  listManagedPlaces,
  savePrivilegePlace,
} from '@contract/privilege-places';
import { type Output } from '@contract/endpoint';
import { type PlaceType } from '@rules/place-type';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';

export type RegisteredGate = Output<typeof getGate>;
export type ManagedPlace = Output<typeof getManagedPlace>;
type Change = RegisteredGate['history'][number];
type FlaggedReason = Output<typeof listFlaggedUses>['items'][number]['reason'];

export const sayRegistry = wordsFor(
  [listGates, getGate, registerGate, changeGate, rotateGateSecret, switchGate, listFlaggedUses, listLooks],
  {
    BAD_CURSOR: '列表已经更新，请返回后重新打开。',
    GATE_CODE_TAKEN: '这个设备编号已经登记过，请换一个。',
    GATE_OFF: '这台设备已停用，请先恢复使用。',
    NOT_GRANTED_THERE: '按这个城市的规定，这类地点还不能用优享码，不能登记。',
    NOT_FOUND: '没有找到这台设备。',
  },
);

export const sayPlaces = wordsFor(
  [
    listManagedPlaces,
    getManagedPlace,
    savePrivilegePlace,
    closePrivilegePlace,
    importPrivilegePlaces,
    listPlaceReports,
    answerPlaceReport,
  ],
  {
    BAD_CURSOR: '列表已经更新，请返回后重新打开。',
    PLACE_EXISTS: '这个城市已经有同名的地点，请在列表里修改它。',
    NOT_GRANTED_THERE: '按这个城市的规定，这类地点还不能用优享码，不能列入。',
    STATE_CHANGED: '同事刚刚改过，请返回列表重新打开。',
    WRONG_COLUMNS: ({ missing }) => `第一行缺少列：${Array.isArray(missing) ? missing.join('、') : ''}。`,
    TOO_MANY_LINES: ({ most }) => `一次最多导入 ${String(most)} 行，请分几次。`,
    NOT_FOUND: '没有找到这条记录。',
  },
);

export const placeTypeChoices: readonly { readonly value: PlaceType; readonly label: string }[] = [
  { value: 'bus', label: '公交' },
  { value: 'metro', label: '地铁、轻轨' },
  { value: 'ferry', label: '客渡、水上巴士' },
  { value: 'park', label: '公园、景点' },
  { value: 'museum', label: '博物馆、文化馆' },
  { value: 'hospital', label: '医院' },
];

export const sayType = (type: PlaceType | null): string =>
  placeTypeChoices.find(({ value }) => value === type)?.label ?? '没有登记';

export const wayChoices = [
  { value: 'gate', label: '闸机扫码' },
  { value: 'desk', label: '人工窗口' },
  { value: 'card', label: '认纸质优享卡（须有人值守）' },
] as const;

export const placeStates: Readonly<Record<ManagedPlace['state'], { readonly word: string; readonly tone: Tone }>> = {
  published: { word: '已发布', tone: 'done' },
  draft: { word: '草稿', tone: 'wait' },
  closed: { word: '已关闭', tone: 'stop' },
};

export const actWords: Readonly<Record<Change['act'], string>> = {
  added: '新增',
  imported: '批量导入',
  changed: '修改',
  published: '发布',
  closed: '关闭',
  rotated: '更换密钥',
  revoked: '更换密钥，旧密钥立即作废',
  suspended: '停用',
  resumed: '恢复使用',
};

const fieldWords: Readonly<Record<string, string>> = {
  city: '城市',
  kind: '用途',
  type: '类型',
  name: '名称',
  operatorName: '运营单位',
  address: '地址',
  opening: '开放时间',
  note: '说明',
  ways: '使用方式',
  latitudeE6: '纬度',
  longitudeE6: '经度',
  state: '状态',
  place: '位置',
  placeId: '对应地点',
  scope: '可验类型',
  groupCode: '分组',
  staffed: '值守',
};

/** '开放时间：06:00–18:00 → 07:00–18:00'; what is told by a code is only named. */
export function sayChange({ field, from, to }: Change['changes'][number]): string {
  const name = fieldWords[field] ?? field;
  const told = ['name', 'operatorName', 'address', 'opening', 'note', 'city', 'place'].includes(field);
  return told ? `${name}：${from === '' ? '空' : from} → ${to === '' ? '空' : to}` : `${name}有改动`;
}

export const flaggedWords: Readonly<Record<FlaggedReason, string>> = {
  replay: '同一个码用了两次',
  interval: '间隔太短',
  speed: '短时间内出现在很远的两处',
  review: '近来多次重复使用',
  revoked: '已停用的码',
  unknown: '查不到的码',
  early: '还没生效的码',
  expired: '过期的码',
  scope: '用途不符的码',
};

const importReasons: Readonly<Record<string, string>> = {
  not_a_line: '这一行读不出来，请检查引号和列数',
  twice_in_list: '和前面的行重复',
  not_granted_there: '这个城市的这类地点还不能用优享码',
  not_a_city_of_ours: '不是本省的城市',
  not_a_place_type: '要写：地铁、公交、客渡、公园、博物馆或医院',
  not_a_way: '要写：闸机、窗口、卡，用顿号隔开',
  not_a_number: '要写数字',
  too_short: '太短或没有填',
  too_long: '太长',
  too_large: '数值太大',
  missing: '没有填',
  control_characters: '有不能显示的字符',
};

export const sayImportReason = (reason: string): string => importReasons[reason] ?? '不符合要求';
