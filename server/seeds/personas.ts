import { dinCheckCharacter, testIdCard } from '@rules/identifiers';
import type { CalendarDate } from '@rules/calendar';
import type { Role } from '@contract/endpoint';
import type { Sex } from '@rules/vocabulary';

/** A synthetic person: the number is valid in form and nobody's (no region ends in 00, serials from 900 are not given out). */
export interface PersonaPerson {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDate;
  readonly docNumber: string;
  readonly phone: string;
}

type PersonaSignIn =
  | { readonly via: 'wechat' | 'alipay'; readonly openId: string }
  | {
      readonly via: 'zheliban';
      readonly user: { userId: string; name: string; docType: 'id_card'; docNumber: string; phone: string };
    }
  | { readonly via: 'staff'; readonly account: string; readonly password: string };

/** Somebody to sign in as in the demonstration. */
export interface Persona {
  readonly id: string;
  readonly title: string;
  /** What the page tells about them. */
  readonly story: string;
  readonly role: Role;
  readonly signIn: PersonaSignIn;
  readonly startPage: string;
  readonly person?: PersonaPerson;
}

const person = (name: string, sex: Sex, birthDate: CalendarDate, serial: string): PersonaPerson => ({
  name,
  sex,
  birthDate,
  docNumber: testIdCard('330100', birthDate, serial),
  phone: `19900000${serial}`,
});

/** Natural persons of the demonstration. The mother of the regular donor signs in to claim; the father only stands in the books. */
export const people = {
  firstTimer: person('测试甲', 'male', '2001-04-12', '901'),
  regular: person('测试乙', 'female', '1988-09-23', '902'),
  twenty: person('测试丙', 'male', '1985-03-08', '903'),
  gold: person('测试丁', 'male', '1979-11-30', '905'),
  deferred: person('测试戊', 'female', '1993-06-17', '904'),
  mother: person('测试己', 'female', '1961-02-05', '906'),
  unbound: person('测试庚', 'male', '1990-08-08', '907'),
  father: person('测试辛', 'male', '1959-12-19', '909'),
} as const satisfies Record<string, PersonaPerson>;

/** Known to the population register alone: whoever plays the first-time donor binds as her. */
export const newcomer = person('测试壬', 'female', '1999-05-06', '908');

/** The unbound donor's last donation, with a fixed date so that the story can name its number. */
export const unboundDonation = { on: '2025-05-20', din: 'Z990125900001' } as const;
const unboundNumber = unboundDonation.din + dinCheckCharacter(unboundDonation.din);

const home = 'pages/home/index';
const wechat = (openId: string): PersonaSignIn => ({ via: 'wechat', openId: `demo-wechat-${openId}` });
const zheliban = (userId: string, { name, docNumber, phone }: PersonaPerson): PersonaSignIn => ({
  via: 'zheliban',
  user: { userId: `demo-zlb-${userId}`, name, docType: 'id_card', docNumber, phone },
});
/** Accounts that exist in demonstration databases alone. */
const staff = (account: string): PersonaSignIn => ({ via: 'staff', account, password: `demo-${account}-pass` });

export const personas: readonly Persona[] = [
  {
    id: 'first-timer',
    title: '第一次献血',
    story: '测试甲，已实名，还没有献过血。可以看附近献血点、预约、填写健康征询，第一次走进献血屋。',
    role: 'citizen',
    signIn: wechat('first-timer'),
    startPage: home,
    person: people.firstTimer,
  },
  {
    id: 'regular',
    title: '多次献血',
    story:
      '测试乙，献过 9 次血（全血和血小板），上一次献全血是 7 个月前，现在又可以献了。母亲住院用血，正在申请费用减免。',
    role: 'citizen',
    signIn: wechat('regular'),
    startPage: home,
    person: people.regular,
  },
  {
    id: 'twenty',
    title: '献血满 20 次',
    story: '测试丙，累计奖次刚满 20 次，可以使用“三免”优享码：乘公交、进公园、看门诊出示动态码。',
    role: 'citizen',
    signIn: { via: 'alipay', openId: 'demo-alipay-twenty' },
    startPage: 'pages/code/index',
    person: people.twenty,
  },
  {
    id: 'gold',
    title: '奉献奖金奖',
    story: '测试丁，长期献全血和血小板，累计超过 40 次，获得奉献奖金奖。从浙里办进入，自动实名。',
    role: 'citizen',
    signIn: zheliban('gold', people.gold),
    startPage: home,
    person: people.gold,
  },
  {
    id: 'deferred',
    title: '暂缓献血',
    story: '测试戊，献过 3 次血，最近处在暂缓期内。首页会说明原因和可以再次献血的日期。',
    role: 'citizen',
    signIn: wechat('deferred'),
    startPage: home,
    person: people.deferred,
  },
  {
    id: 'relative',
    title: '献血者的亲属',
    story: `测试己，是测试乙的母亲，自己没有献过血。已有一笔减免办结；上个月 3 日至 12 日又在浙江省示范医院住院用血，可以再申请一次：献血者填测试乙，身份证号 ${people.regular.docNumber}。`,
    role: 'citizen',
    signIn: zheliban('relative', people.mother),
    startPage: 'features/waivers/pages/claims',
    person: people.mother,
  },
  {
    id: 'unbound',
    title: '还没有绑定身份',
    story: `刚用微信登录，还没有实名。试试绑定：姓名 ${people.unbound.name}，身份证号 ${people.unbound.docNumber}，献血码 ${unboundNumber}。`,
    role: 'visitor',
    signIn: wechat('unbound'),
    startPage: home,
    person: people.unbound,
  },
  {
    id: 'newcomer',
    title: '从来没有献过血，也没有绑定身份',
    story: `刚用微信登录，没有献血码可填。试试用手机号绑定：姓名 ${newcomer.name}，身份证号 ${newcomer.docNumber}，手机号 ${newcomer.phone}。`,
    role: 'visitor',
    signIn: wechat('newcomer'),
    startPage: home,
  },
  {
    id: 'nurse',
    title: '献血屋护士',
    story: '在武林广场爱心献血屋值班：扫码登记到场的献血者、叫号、记录献血量。',
    role: 'nurse',
    signIn: staff('nurse'),
    startPage: 'features/staff/pages/today',
  },
  {
    id: 'centre-nurse',
    title: '血液中心护士',
    story: '在杭州市血液中心值班，能采全血和血小板：接待预约献血小板的献血者，登记献血，处理随访和意见。',
    role: 'nurse',
    signIn: staff('centre'),
    startPage: 'features/staff/pages/today',
  },
  {
    id: 'clerk',
    title: '医院出院结算员',
    story: `在浙江省示范医院出院窗口：当场减免用血费用，记错可以冲正。可以试：患者测试丙本人，身份证号 ${people.twenty.docNumber}，上个月 3 日入院、12 日出院，票据自动查到；或患者测试己（${people.mother.docNumber}），献血者是女儿测试乙（${people.regular.docNumber}）。`,
    role: 'clerk',
    signIn: staff('clerk'),
    startPage: 'features/hospital/pages/settle',
  },
  {
    id: 'gate',
    title: '公园闸机',
    story: '西湖示范公园的验码屏：扫献血者的优享码，绿色放行，同一个码只能用一次。',
    role: 'gate',
    signIn: staff('gate'),
    startPage: 'features/gates/pages/gate',
  },
  {
    id: 'reviewer',
    title: '减免审核员',
    story: '杭州市血液中心的审核员：处理系统不能自动判断的减免申请，通过或说明理由退回。',
    role: 'reviewer',
    signIn: staff('reviewer'),
    startPage: 'features/staff/pages/review',
  },
  {
    id: 'second-reviewer',
    title: '减免复核员',
    story: '杭州市血液中心的另一位审核员：复核金额较大的减免，办理申诉；自己提出的、自己作过决定的，都不能由自己复核。',
    role: 'reviewer',
    signIn: staff('reviewer2'),
    startPage: 'features/staff/pages/review',
  },
  {
    id: 'operator',
    title: '运营人员',
    story: '全省服务的运营人员：查看操作记录和运行情况，暂停有问题的优享码。',
    role: 'operator',
    signIn: staff('operator'),
    startPage: 'features/staff/pages/operations',
  },
];
