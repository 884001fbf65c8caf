import type { Edition, Rule } from '../edition-model';

/** How a city hands out and checks the honor certificate beside the province's own rules. */
export type HonorCityRules = {
  city: Rule<string>;
  form: Rule<string>;
} & { readonly [note: string]: Rule };

type Note = { name: string; value: string | number; unit?: string; confirmed?: boolean };
type City = { id: string; city: string; from: string; source: string; form: Note; notes: readonly Note[] };

const local = { force: 'local' } as const;

const editionOf = ({ id, city, from, source, form, notes }: City): Edition<HonorCityRules, 'honor-city'> => {
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
      city: { id: `${prefix}-CITY`, name: '城市', value: city, unit: '', source, ...local, confirmed: true },
      form: { ...rule(form, `${prefix}-FORM`), value: String(form.value) },
    },
  };
};

const PRESS_2015 = '浙江在线 2015-12-31';
const HEALTH_NEWS = '《健康报》浙江专题';

export const honorCityEditions: readonly Edition<HonorCityRules, 'honor-city'>[] = [
  editionOf({
    id: 'hangzhou',
    city: '杭州市',
    from: '2015-07-01',
    source: PRESS_2015,
    form: { name: '形式', value: '电子卡，乘公交、地铁时刷卡' },
    notes: [{ name: '外市持证人能否刷卡', value: '未明确', confirmed: false }],
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
    ],
  }),
  editionOf({
    id: 'zhoushan',
    city: '舟山市',
    from: '2020-01-01',
    source: HEALTH_NEWS,
    form: { name: '形式', value: '浙里办“献血优享码”，以二维码代替实体卡' },
    notes: [{ name: '启用日期', value: '未见公开文本', confirmed: false }],
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
    ],
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
