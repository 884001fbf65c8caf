import { addMonths, type CalendarDate } from '@rules/calendar';
import type { Simulators } from '@server/adapters';
import { newcomer, people, personas, type PersonaPerson } from './personas';
import { referenceStations } from './reference-data';

export const demoHospital = 'H3312';

/** From the 3rd to the 12th of a month: so the story can say which days to type, whenever the demonstration runs. */
export const stayOf = (
  today: CalendarDate,
  monthsAgo: number,
): { admittedOn: CalendarDate; dischargedOn: CalendarDate } => {
  const month = addMonths(`${today.slice(0, 7)}-01`, -monthsAgo).slice(0, 7);
  return { admittedOn: `${month}-03`, dischargedOn: `${month}-12` };
};

const inRegister = ({ name, docNumber }: PersonaPerson) => ({ name, docNumber });

type Item = { code: string; name: string; amountFen: number };
const clearItems: Item[] = [
  { code: 'B0101', name: '去白细胞悬浮红细胞', amountFen: 63_000 },
  { code: 'B0203', name: '病毒灭活冰冻血浆', amountFen: 21_000 },
  { code: 'L1101', name: '交叉配血', amountFen: 9_000 },
  { code: 'R0001', name: '床位费', amountFen: 54_000 },
];
/** 自体血 is the patient's own blood: whether it is a blood fee, a person decides. */
const unclearItems: Item[] = [
  { code: 'B0901', name: '自体血回输红细胞', amountFen: 48_000 },
  { code: 'R0001', name: '床位费', amountFen: 30_000 },
];

const billOf = (patient: PersonaPerson, today: CalendarDate, monthsAgo: number, items: Item[]) => {
  const stay = stayOf(today, monthsAgo);
  return {
    code: '33060126',
    number: `99${stay.admittedOn.slice(2, 4)}${stay.admittedOn.slice(5, 7)}${patient.docNumber.slice(-4, -1)}1`,
    checkCode: 'a1b2c3',
    issuedOn: stay.dischargedOn,
    totalFen: items.reduce((sum, item) => sum + item.amountFen, 0),
    status: 'normal' as const,
    payerName: patient.name,
    patient: inRegister(patient),
    hospitalCode: demoHospital,
    ...stay,
    items,
  };
};

/** The registers live in memory, so they are filled at every start. Bills reach back four months, whatever day it is. */
export function fillRegisters({ register, connectStation }: Simulators, today: CalendarDate): void {
  if (register.persons.length > 0) return;
  const { father, mother, regular } = people;
  register.persons.push(...[...Object.values(people), newcomer].map(inRegister));
  register.households.push({
    members: [
      { ...inRegister(father), relation: '户主' },
      { ...inRegister(mother), relation: '妻' },
      { ...inRegister(regular), relation: '女' },
    ],
  });
  register.marriages.push({ man: inRegister(father), woman: inRegister(mother), date: '1986-10-01', kind: 'marriage' });
  for (const monthsAgo of [0, 1, 2, 3, 4]) {
    register.bills.push(billOf(mother, today, monthsAgo, clearItems));
    register.bills.push(billOf(father, today, monthsAgo, unclearItems));
    register.bills.push(billOf(people.twenty, today, monthsAgo, clearItems));
  }
  for (const { code } of referenceStations) connectStation(code);
}

/** Each tap on "allow" buys one message, so the people of the demonstration have tapped often. */
const allowedMessages = 50;

/** The hosts know their users again after a restart and deliver to them. */
export function allowMessages(
  simulators: Pick<Simulators, 'wechat' | 'alipay'>,
  templates: Readonly<Record<'wechat' | 'alipay', string>>,
): void {
  for (const { signIn } of personas)
    if (signIn.via === 'wechat' || signIn.via === 'alipay')
      simulators[signIn.via].allowMessages(signIn.openId, templates[signIn.via], allowedMessages);
}
