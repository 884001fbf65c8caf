import { type Answer, isAnswered, type Question, sayAnswer, withPage } from './answers';
import { resumeAt, screensOf } from './screens';

const question = (id: string, given: Partial<Question> = {}): Question => ({
  id,
  window: '今天',
  text: id,
  kind: 'yes_no',
  choices: [],
  way: 'alone',
  followUps: [],
  ...given,
});
const a = question('a');
const b = question('b', {
  followUps: [
    {
      id: 'b.what',
      text: '哪一样',
      kind: 'choice',
      choices: [
        { value: 'tooth', label: '拔牙' },
        { value: 'several', label: '不止一样' },
      ],
      shownWhen: { questionId: 'b', values: ['yes'] },
    },
    {
      id: 'b.when',
      text: '哪一天',
      kind: 'date',
      choices: [],
      shownWhen: { questionId: 'b.what', values: ['tooth'] },
    },
  ],
});
const says = (...pairs: [string, string][]): Answer[] => pairs.map(([questionId, value]) => ({ questionId, value }));

describe('answers of the questionnaire', () => {
  it.each<[string, Answer[], boolean]>([
    ['no answer', [], false],
    ['a no', says(['b', 'no']), true],
    ['a yes that asks more', says(['b', 'yes']), false],
    ['a choice that asks more', says(['b', 'yes'], ['b.what', 'tooth']), false],
    ['a choice that asks no more', says(['b', 'yes'], ['b.what', 'several']), true],
    ['a blank date', says(['b', 'yes'], ['b.what', 'tooth'], ['b.when', ' ']), false],
    ['everything', says(['b', 'yes'], ['b.what', 'tooth'], ['b.when', '2026-11-01']), true],
  ])('counts %s as answered or not', (_case, answers, answered) => {
    expect(isAnswered(b, answers)).toBe(answered);
  });

  it('replaces what stood on the page, with its follow-ups', () => {
    const before = says(['a', 'no'], ['b', 'yes'], ['b.what', 'tooth'], ['b.when', '2026-11-01']);
    expect(withPage(before, says(['b', 'no']))).toEqual(says(['a', 'no'], ['b', 'no']));
  });

  it('says the answer in words, without what is no longer asked', () => {
    expect(sayAnswer(b, says(['b', 'yes'], ['b.what', 'tooth'], ['b.when', '2026-11-01']))).toBe(
      '是，拔牙，2026-11-01',
    );
    expect(sayAnswer(b, says(['b', 'no'], ['b.what', 'tooth'], ['b.when', '2026-11-01']))).toBe('否');
    expect(sayAnswer(b, [])).toBeUndefined();
  });
});

describe('the screens of a form', () => {
  const together = { way: 'together' as const };
  const [c, d] = [question('c', together), { ...b, ...together }];
  const form = {
    questions: [a, c, question('same', { way: 'carried' }), d],
    groups: [{ id: 'week', title: '一周', questionIds: ['c', 'b'], none: says(['c', 'no'], ['b', 'no']) }],
  };
  const keys = (answers: Answer[], opened: string[] = []) =>
    screensOf(form, answers, new Set(opened)).map(({ key }) => key);

  it('put a group in the place of its first question, and leave out what is as last time', () => {
    expect(keys([])).toEqual(['a', 'week']);
  });

  it.each<[string, Answer[], string[]]>([
    ['somebody opens it', [], ['week']],
    ['one answer in it is not as hoped for', says(['c', 'yes']), []],
  ])('let a group fall apart when %s', (_case, answers, opened) => {
    expect(keys(answers, opened)).toEqual(['a', 'c', 'b']);
  });

  it('keep a group together that was answered with none of these', () => {
    expect(keys(says(['c', 'no'], ['b', 'no']))).toEqual(['a', 'week']);
  });

  it('go on at the first gap, and nowhere when there is none', () => {
    const at = (answers: Answer[]) => resumeAt(screensOf(form, answers, new Set()), answers)?.key;
    expect(at([])).toBe('a');
    expect(at(says(['a', 'no']))).toBe('week');
    expect(at(says(['a', 'no'], ['c', 'no'], ['b', 'no']))).toBeUndefined();
  });
});
