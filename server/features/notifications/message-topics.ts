import type { MessageTopic } from '@contract/notifications';
import { messageKinds, type MessageKind } from '@server/platform/notify';

interface Topic {
  readonly title: string;
  readonly why: string;
  /** On what the law lets us send it. */
  readonly ground: string;
  readonly canStop: boolean;
  /** Keeps the quiet hours; what somebody waits for at this moment does not. */
  readonly mayWait: boolean;
  /** Counts against the budget of invitations and thanks. */
  readonly counted: boolean;
}

const own = '您正在办理的事项';
const transactional = { ground: own, canStop: false, mayWait: false, counted: false } as const;

export const topics: Readonly<Record<MessageTopic, Topic>> = {
  account: { title: '账号和代办', why: '身份绑定、请人代办，和您的账号安全有关。', ...transactional },
  booking: { title: '预约', why: '预约成功、改期、取消、候补到位，到场前的提醒。', ...transactional },
  visit: { title: '献血当天', why: '签到、叫号、献血记录。', ...transactional },
  results: { title: '检测结果和血站回复', why: '检测完成时、血站回复您时告诉您。', ...transactional, mayWait: true },
  privilege: { title: '优享码和荣誉证', why: '可以申领、开通、发证、暂停和恢复。', ...transactional },
  waiver: { title: '用血减免', why: '申请的每一步进展。', ...transactional },
  care: {
    title: '献血后的问候',
    why: '献血第二天问您感觉怎么样，不舒服时血站会联系您。',
    ground: '献血者的健康与安全',
    canStop: true,
    mayWait: true,
    counted: false,
  },
  inpatient: {
    title: '用血权益提醒',
    why: '您或家人献过血，医院告知血站后，告诉您可以享受的用血费用减免，每次最多一条。',
    ground: '您在“隐私授权”里或在医院的同意',
    canStop: true,
    mayWait: true,
    counted: false,
  },
  survey: {
    title: '满意度评价',
    why: '献血后请您给现场打分，每次最多一条。',
    ground: '改进服务',
    canStop: true,
    mayWait: true,
    counted: true,
  },
  used: {
    title: '献的血用上了',
    why: '您献的血用于救治病人时告诉您一声，不涉及医院和病人。',
    ground: '改进服务',
    canStop: true,
    mayWait: true,
    counted: true,
  },
  again: {
    title: '可以再次献血',
    why: '间隔期满的那天提醒您一次。',
    ground: '您在“隐私授权”里的同意',
    canStop: true,
    mayWait: true,
    counted: true,
  },
};

type Prefix = MessageKind extends `${infer P}.${string}` ? P : never;

/** A message whose first word has no topic does not compile. */
const topicByPrefix: Readonly<Record<Prefix, MessageTopic>> = {
  identity: 'account',
  assist: 'account',
  delegation: 'account',
  appointment: 'booking',
  waitlist: 'booking',
  questionnaire: 'visit',
  visit: 'visit',
  donation: 'visit',
  result: 'results',
  reply: 'results',
  privilege: 'privilege',
  honor: 'privilege',
  waiver: 'waiver',
  care: 'care',
  inpatient: 'inpatient',
  survey: 'survey',
  blood: 'used',
  again: 'again',
};

export const topicOf = (kind: MessageKind): MessageTopic => topicByPrefix[kind.slice(0, kind.indexOf('.')) as Prefix];

export const kindsOf = (topic: MessageTopic): MessageKind[] =>
  (Object.keys(messageKinds) as MessageKind[]).filter(kind => topicOf(kind) === topic);

export const countedKinds = (): MessageKind[] =>
  (Object.keys(messageKinds) as MessageKind[]).filter(kind => topics[topicOf(kind)].counted);
