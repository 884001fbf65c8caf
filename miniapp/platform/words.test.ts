import * as z from 'zod/mini';
import { commonRefusals, endpoint } from '@contract/endpoint';
import { fieldProblems, sayCommon, wordsFor } from './words';

const book = endpoint({
  name: 'book',
  method: 'POST',
  path: '/api/book',
  summary: 'for this test',
  who: ['citizen'],
  input: z.object({}),
  output: z.object({}),
  refusals: ['SLOT_FULL', 'TOO_SOON'],
});
const read = endpoint({ ...book, name: 'read', method: 'GET', refusals: [] });

const say = wordsFor([book, read], {
  SLOT_FULL: '约满了。',
  TOO_SOON: details => `${String(details.on)} 起可以。`,
  NOT_FOUND: '没有这个献血点。',
});

describe('the words of a feature', () => {
  it('say every refusal of its operations, with its facts', () => {
    expect(say({ code: 'SLOT_FULL', details: {} })).toBe('约满了。');
    expect(say({ code: 'TOO_SOON', details: { on: '12月1日' } })).toBe('12月1日 起可以。');
  });

  it('may say a common refusal in their own way', () => {
    expect(say({ code: 'NOT_FOUND', details: {} })).toBe('没有这个献血点。');
  });

  it('do not compile while a refusal has no sentence, or with one too many', () => {
    // @ts-expect-error TOO_SOON has no sentence
    wordsFor([book, read], { SLOT_FULL: '约满了。' });
    // @ts-expect-error no operation refuses with SOLD_OUT
    wordsFor([read], { SOLD_OUT: '没有了。' });
    expect(wordsFor([read], {})({ code: 'OFFLINE', details: {} })).toContain('网络');
  });

  it.each([...commonRefusals, 'OFFLINE', 'DEFECT'])('have a sentence for %s without being asked', code => {
    expect(sayCommon({ code, details: {} })).toMatch(/。$/);
  });

  it('speak of a defect when a code is unknown', () => {
    expect(say({ code: 'toString', details: {} })).toBe(sayCommon({ code: 'DEFECT', details: {} }));
  });

  it.each([
    [40, '40 秒'],
    [90, '2 分钟'],
  ])('say how long to wait: %d seconds', (retryAfterSeconds, text) => {
    expect(sayCommon({ code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds } })).toContain(text);
  });
});

describe('bad fields', () => {
  it('become one sentence each', () => {
    const fields = [
      { field: 'name', reason: 'too_short' },
      { field: 'document.docNumber', reason: 'something_new' },
    ];
    expect(fieldProblems({ fields })).toEqual({
      name: '内容太短，请填写完整。',
      'document.docNumber': '此项填写有误，请核对。',
    });
  });

  it('are none when the refusal is about something else', () => {
    expect(fieldProblems({})).toEqual({});
    expect(fieldProblems({ fields: 'name' })).toEqual({});
  });
});
