import { tagOf } from './gate-state-tag';

const now = Date.parse('2026-03-05T01:00:00.000Z');
const fine = { active: true, flagged: 0, lastSeenAt: '2026-03-05T00:59:00.000Z' };

describe('what the list says of a gate', () => {
  it.each([
    [fine, '正常'],
    [{ ...fine, lastSeenAt: '2026-03-04T00:59:00.000Z' }, '一天没有联网'],
    [{ ...fine, lastSeenAt: null }, '还没用过'],
    [{ ...fine, flagged: 2 }, '可疑 2 次'],
    [{ ...fine, active: false, flagged: 2 }, '已停用'],
  ])('%o: %s', (gate, word) => {
    expect(tagOf(gate, now).word).toBe(word);
  });
});
