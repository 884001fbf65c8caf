import { type IntervalType } from '@rules/interval';
import { servedInPeriod } from '@rules/session-plan';
import { type DonationSession } from './words';

type Plan = DonationSession['plan'];

/** The form as typed: numbers are text until they are sent. */
export interface PlanDraft {
  readonly opens: string;
  readonly closes: string;
  readonly wholeBlood: CapacityDraft;
  readonly platelets: CapacityDraft;
  readonly reservedPercent: string;
  readonly releaseHours: string;
  readonly address: string;
  readonly latitude: string;
  readonly longitude: string;
}
export interface CapacityDraft {
  readonly chairs: string;
  readonly staff: string;
  readonly walkIns: string;
}

const capacityDraft = ({ chairs, staff, walkIns }: Plan['wholeBlood']): CapacityDraft => ({
  ...{ chairs: String(chairs), staff: String(staff), walkIns: String(walkIns) },
});

export const toDraft = (plan: Plan): PlanDraft => ({
  ...{ opens: plan.opens, closes: plan.closes },
  wholeBlood: capacityDraft(plan.wholeBlood),
  platelets: capacityDraft(plan.platelets),
  reservedPercent: String(plan.reservedPercent),
  releaseHours: String(plan.releaseHours),
  address: plan.place?.address ?? '',
  latitude: plan.place ? String(plan.place.latitude) : '',
  longitude: plan.place ? String(plan.place.longitude) : '',
});

const wholeIn = (text: string, to: number): number | null =>
  /^\d{1,3}$/.test(text) && Number(text) <= to ? Number(text) : null;
const decimalIn = (text: string, limit: number): number | null =>
  /^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) <= limit ? Number(text) : null;

type Problems = Record<string, string>;

const readCapacity = (draft: CapacityDraft, path: string, problems: Problems): Plan['wholeBlood'] => {
  const read = (field: keyof CapacityDraft): number => {
    const value = wholeIn(draft[field], 60);
    if (value === null) problems[`${path}.${field}`] = '请填写 0 到 60 之间的整数。';
    return value ?? 0;
  };
  return { chairs: read('chairs'), staff: read('staff'), walkIns: read('walkIns') };
};

function readPlace({ address, latitude, longitude }: PlanDraft, problems: Problems): Plan['place'] {
  if (address.trim() === '' && latitude === '' && longitude === '') return null;
  const at = { latitude: decimalIn(latitude, 90), longitude: decimalIn(longitude, 180) };
  if (address.trim().length < 2) problems['plan.place.address'] = '请填写停靠地点。';
  if (at.latitude === null) problems['plan.place.latitude'] = '请填写纬度，如 30.2728。';
  if (at.longitude === null) problems['plan.place.longitude'] = '请填写经度，如 120.1634。';
  return { address: address.trim(), latitude: at.latitude ?? 0, longitude: at.longitude ?? 0 };
}

/** The plan, or what is wrong, by the field names of the contract. */
export function readDraft(draft: PlanDraft): { readonly plan: Plan; readonly problems: Problems } {
  const problems: Problems = {};
  const reservedPercent = wholeIn(draft.reservedPercent, 100);
  const releaseHours = wholeIn(draft.releaseHours, 720);
  if (draft.opens >= draft.closes) problems['plan.closes'] = '结束时间要晚于开始时间。';
  if (reservedPercent === null) problems['plan.reservedPercent'] = '请填写 0 到 100 之间的整数。';
  if (releaseHours === null) problems['plan.releaseHours'] = '请填写 0 到 720 之间的整数。';
  const plan = {
    ...{ opens: draft.opens, closes: draft.closes },
    wholeBlood: readCapacity(draft.wholeBlood, 'plan.wholeBlood', problems),
    platelets: readCapacity(draft.platelets, 'plan.platelets', problems),
    ...{ reservedPercent: reservedPercent ?? 0, releaseHours: releaseHours ?? 0 },
    place: readPlace(draft, problems),
  };
  return { plan, problems };
}

/** '每时段可约 3 人，现场 1 人': what chairs and staff come to, before anything is sent. */
export function sayServed(type: IntervalType, draft: CapacityDraft, on: string): string {
  const [chairs, staff, walkIns] = [draft.chairs, draft.staff, draft.walkIns].map(text => wholeIn(text, 60));
  if (chairs == null || staff == null || walkIns == null) return '';
  const served = servedInPeriod(type, { chairs, staff }, on);
  const walkInPlaces = Math.min(walkIns, served);
  const period = type === 'platelets' ? '每 90 分钟' : '每半小时';
  const limit = served < chairs ? `，受人员限制，空 ${chairs - served} 个采血位` : '';
  return `${period}可约 ${served - walkInPlaces} 人，现场 ${walkInPlaces} 人${limit}。`;
}

/** Half hours from six to ten in the evening, and what the plan says if it is none of them. */
export function hourChoices(own: string): { value: string; label: string }[] {
  const halves = Array.from({ length: 33 }, (_, n) => {
    const minutes = 360 + n * 30;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
  return [...new Set([...halves, own])].sort().map(value => ({ value, label: value }));
}
