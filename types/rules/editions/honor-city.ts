import type { Edition, Rule } from '../edition-model';
import { placeTypes, type PlaceType } from '../place-type';

/**
 * How a city hands out and checks the honor certificate beside the province's own rules. Under the name of a place type stands
 * whether the privilege is granted there; a city that is silent follows the province.
 */
export type HonorCityRules = {
  city: Rule<string>;
  form: Rule<string>;
} & { readonly [note: string]: Rule };

type Note = { name: string; value: string | number; unit?: string; confirmed?: boolean };
type Granted = { granted: boolean; source?: string; confirmed?: boolean; note?: string };
type City = {
  id: string;
  city: string;
  from: string;
  source: string;
  form: Note;
  notes: readonly Note[];
  grants?: Partial<Record<PlaceType, Granted>>;
};

const local = { force: 'local' } as const;

const grantNames: Readonly<Record<PlaceType, string>> = {
  metro: '免费乘地铁、轻轨',
  bus: '免费乘公交',
  ferry: '免费乘客渡、水上巴士',
  park: '免费游览政府投资的公园、景点',
  museum: '免费参观政府投资的博物馆、文化馆',
  hospital: '非营利性医院免普通门诊诊查费',
};

const editionOf = ({
  id,
  city,
  from,
  source,
  form,
  notes,
  grants = {},
}: City): Edition<HonorCityRules, 'honor-city'> => {
  const rule = (note: Note, ruleId: string): Rule => ({
    id: ruleId,
    name: note.name,
    value: note.value,
    unit: note.unit ?? '',
    source,
    ...local,
    confirmed: note.confirmed ?? true,
  });
  const prefix = `HC-${id.toUpperCase()}`;
  const grant = (type: PlaceType, given: Granted): Rule => ({
    id: `${prefix}-${type.toUpperCase()}`,
    name: grantNames[type],
    value: given.granted,
    unit: '',
    source: given.source ?? source,
    ...local,
    confirmed: given.confirmed ?? true,
    ...(given.note === undefined ? {} : { note: given.note }),
  });
  return {
    id: `zj-honor-${id}`,
    topic: 'honor-city',
    title: `荣誉证在${city}的做法`,
    jurisdiction: 'CN-ZJ',
    effectiveFrom: from,
    source,
    enabled: true,
    rules: {
      ...Object.fromEntries(notes.map((note, index) => [`note${index + 1}`, rule(note, `${prefix}-${index + 1}`)])),
      ...Object.fromEntries(
        placeTypes.flatMap(type => {
          const given = grants[type];
          return given ? [[type, grant(type, given)]] : [];
        }),
      ),
      city: { id: `${prefix}-CITY`, name: '城市', value: city, unit: '', source, ...local, confirmed: true },
      form: { ...rule(form, `${prefix}-FORM`), value: String(form.value) },
    },
  };
};

const PRESS_2015 = '浙江在线 2015-12-31';
const HEALTH_NEWS = '《健康报》浙江专题';
const ARTICLE_25 = '《浙江省实施〈中华人民共和国献血法〉办法》（2013年修订，2014-01-01施行）第二十五条';
const NOTICE_2024 = `${ARTICLE_25}；2024 年申领通知（台州）`;

/** What holds in every city unless its own edition says otherwise. */
export const provinceName = '浙江省';

export const honorCityEditions: readonly Edition<HonorCityRules, 'honor-city'>[] = [
  editionOf({
    id: 'province',
    city: provinceName,
    from: '2014-01-01',
    source: ARTICLE_25,
    form: { name: '形式', value: '《浙江省无偿献血荣誉证》或献血优享码' },
    notes: [
      { name: '使用人', value: '只限本人' },
      { name: '看门诊', value: '专家挂号费不免' },
    ],
    grants: {
      bus: { granted: true, source: ARTICLE_25 },
      metro: { granted: true, source: NOTICE_2024 },
      ferry: {
        granted: false,
        source: 'programme decision',
        confirmed: false,
        note: '未见公开文本说明客渡、水上巴士是否算城市公共交通，核实前不列入',
      },
      park: { granted: true, source: ARTICLE_25 },
      museum: { granted: true, source: NOTICE_2024 },
      hospital: { granted: true, source: ARTICLE_25, note: '专家挂号费不免' },
    },
  }),
  editionOf({
    id: 'hangzhou',
    city: '杭州市',
    from: '2015-07-01',
    source: PRESS_2015,
    form: { name: '形式', value: '电子卡，乘公交、地铁时刷卡' },
    notes: [{ name: '外市持证人能否刷卡', value: '未明确', confirmed: false }],
    grants: { metro: { granted: true }, bus: { granted: true } },
  }),
  editionOf({
    id: 'ningbo',
    city: '宁波市',
    from: '2014-01-01',
    source: '甬卫发〔2014〕82号；《健康报》浙江专题',
    form: { name: '形式', value: '浙里办“献血优享码”' },
    notes: [
      { name: '实体卡乘车保险押金（元／年）', value: 10, confirmed: false },
      { name: '实体卡余次少于多少次时免费充次', value: 100, unit: 'time', confirmed: false },
      { name: '实体卡年审', value: '每年持证件审核一次', confirmed: false },
      { name: '实体卡遗失', value: '可以挂失、补办、注销', confirmed: false },
      { name: '使用人', value: '只限本人' },
    ],
  }),
  editionOf({
    id: 'zhoushan',
    city: '舟山市',
    from: '2020-01-01',
    source: HEALTH_NEWS,
    form: { name: '形式', value: '浙里办“献血优享码”，以二维码代替实体卡' },
    notes: [{ name: '启用日期', value: '未见公开文本', confirmed: false }],
    grants: {
      ferry: {
        granted: false,
        source: 'programme decision',
        confirmed: false,
        note: '岛际客运是否免费未见公开文本，核实前不列入',
      },
    },
  }),
  editionOf({
    id: 'yiwu',
    city: '义乌市',
    from: '2014-04-01',
    source: '义乌市三免办法（2014）',
    form: { name: '形式', value: '出示荣誉证' },
    notes: [
      { name: '看门诊', value: '同时出示荣誉证和身份证' },
      { name: '乘公交', value: '出示荣誉证，有时核对身份证' },
      { name: '公园、博物馆', value: '本来就对所有人免费开放' },
    ],
    grants: { bus: { granted: true }, hospital: { granted: true, note: '同时出示荣誉证和身份证' } },
  }),
  ...[
    { id: 'wenzhou', city: '温州市' },
    { id: 'shaoxing', city: '绍兴市' },
    { id: 'jinhua', city: '金华市' },
  ].map(place =>
    editionOf({
      ...place,
      from: '2015-01-01',
      source: PRESS_2015,
      form: { name: '形式', value: '本地电子卡' },
      notes: [{ name: '外市持证人能否使用', value: '未明确', confirmed: false }],
    }),
  ),
];
