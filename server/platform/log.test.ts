import { QueryFailedError } from 'typeorm';
import { gatherLines, stackOf } from './log';

const jsonError = (): unknown => {
  try {
    return JSON.parse('测试甲 330100');
  } catch (error) {
    return error;
  }
};

describe('the stack of a defect in the log', () => {
  it.each([
    ['a duplicate key', new QueryFailedError('INSERT', [], new Error("Duplicate entry '测试甲'"))],
    ['a text that is no JSON', jsonError()],
  ])('tells place and class of %s, not the value', (_what, error) => {
    expect(stackOf(error)).not.toContain('测试甲');
    expect(stackOf(error)).toMatch(/Error[^\n]*\n\s+at /);
  });

  it('keeps the words of an error of our own', () => {
    expect(stackOf(new Error('claim was decided twice'))).toContain('claim was decided twice');
  });

  it('says so when something else was thrown', () => {
    expect(stackOf('测试甲')).toBe('thrown: not an error');
  });
});

describe('lines of one moment', () => {
  it('leave together, and at the end of the process at the latest', () => {
    const written: string[] = [];
    const lines = gatherLines(text => written.push(text));
    lines.add('one');
    lines.add('two');
    expect(written).toEqual([]);
    lines.flush();
    lines.flush();
    expect(written).toEqual(['one\ntwo\n']);
  });

  it('leave by themselves', async () => {
    const text = await new Promise(resolve => gatherLines(resolve).add('alone'));
    expect(text).toBe('alone\n');
  });
});
