import { type AnyEndpoint, type CommonRefusal, type FieldProblem, type RefusalCode } from '@contract/endpoint';
import { type Details, type Trouble } from './answer';

type Sentence = string | ((details: Details) => string);

/** One sentence for every refusal that these operations list themselves; the common ones may be overridden. */
export type Sentences<E extends AnyEndpoint> = Readonly<
  Record<Exclude<RefusalCode<E>, CommonRefusal>, Sentence> & Partial<Record<CommonRefusal, Sentence>>
>;

/** Says in plain Chinese why an answer was no. */
export type Say = (refusal: { readonly code: string; readonly details: Details }) => string;

const common: Record<CommonRefusal | Trouble, Sentence> = {
  INVALID_INPUT: '有内容需要修改，请看下面的提示。',
  NOT_SIGNED_IN: '请先登录，再继续办理。',
  SESSION_EXPIRED: '登录已过期，请重新登录。',
  NOT_ALLOWED: '您当前的身份不能办理此事项。',
  IDEMPOTENCY_MISMATCH: '内容已有变化，请重新提交。',
  TOO_MANY_REQUESTS: details =>
    typeof details.retryAfterSeconds === 'number'
      ? `操作太频繁，请 ${waiting(details.retryAfterSeconds)}后再试。`
      : '操作太频繁，请稍后再试。',
  NOT_FOUND: '没有找到对应的记录。',
  NOT_FOR_HELPERS: '这一项要由本人办理，代办时不能使用。',
  OFFLINE: '网络没有连上，请检查网络后再试。',
  DEFECT: '系统出了点问题，不是您的操作有误，请稍后再试。',
};

const waiting = (seconds: number): string => (seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`);

// Object.hasOwn is younger than many phones.
const has = <T extends object>(sentences: T, code: string): code is Extract<keyof T, string> =>
  Object.prototype.hasOwnProperty.call(sentences, code);

/**
 * `export const say = wordsFor([bookAppointment, listSlots], { SLOT_FULL: '…', … })`
 * does not compile while a refusal code of one of the operations has no sentence.
 */
export function wordsFor<const E extends readonly AnyEndpoint[]>(_endpoints: E, own: Sentences<E[number]>): Say {
  const sentences: Readonly<Record<string, Sentence | undefined>> = own;
  return ({ code, details }) => {
    const sentence = (has(sentences, code) && sentences[code]) || (has(common, code) ? common[code] : common.DEFECT);
    return typeof sentence === 'string' ? sentence : sentence(details);
  };
}

/** For pages whose operations refuse nothing of their own. */
export const sayCommon: Say = wordsFor([], {});

const reasons: Readonly<Record<string, string>> = {
  missing: '请填写此项。',
  required: '请填写此项。',
  too_short: '内容太短，请填写完整。',
  too_long: '内容太长，请缩短。',
  too_small: '数值太小。',
  too_large: '数值太大。',
  too_many: '选得太多，请减少几项。',
  only_by_the_donor: '这几项只能由献血者本人用自己的手机授权，请取消勾选。',
  not_a_date: '日期不正确，请重新选择。',
  not_a_time: '时间不正确，请重新选择。',
  not_a_whole_number: '请填写整数。',
  not_a_number: '请填写数字。',
  not_a_mobile_number: '手机号码不正确，应为 11 位数字。',
  check_character: '号码与校验位不符，请核对后重新填写。',
  check_digit: '号码与校验位不符，请核对后重新填写。',
  control_characters: '含有无法识别的字符，请重新填写。',
};

/** Sentence for the reason word of one bad field. */
const problemSentence = (reason: string): string => reasons[reason] ?? '此项填写有误，请核对。';

function isProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'field' in value && 'reason' in value;
}

/** Bad fields of an INVALID_INPUT refusal: path of the field → sentence. */
export function fieldProblems(details: Details): Readonly<Record<string, string>> {
  const listed = Array.isArray(details.fields) ? details.fields.filter(isProblem) : [];
  return Object.fromEntries(listed.map(problem => [String(problem.field), problemSentence(String(problem.reason))]));
}
