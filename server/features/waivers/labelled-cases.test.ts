import { waiverCases } from '@rules/waiver-cases';
import { isExpected, judgeWaiverCase } from '@server/testing/judge-waiver-case';

describe('the labelled cases', () => {
  it('are at least three hundred, each another', () => {
    expect(waiverCases.length).toBeGreaterThanOrEqual(300);
    expect(new Set(waiverCases.map(({ group, about }) => `${group}: ${about}`)).size).toBe(waiverCases.length);
  });

  it('are decided as the rules say, to the cent, the clause and the reasons', async () => {
    const wrong: unknown[] = [];
    for (const given of waiverCases) {
      const decision = await judgeWaiverCase(given);
      if (!isExpected(given, decision))
        wrong.push({ id: given.id, about: given.about, expected: given.expected, decision });
    }
    expect(wrong).toEqual([]);
  });

  it('have no wrong yes', async () => {
    const decisions = await Promise.all(waiverCases.map(judgeWaiverCase));
    const wrongYes = waiverCases.filter((given, at) => {
      const decision = decisions[at];
      if (decision?.answer !== 'yes') return false;
      return given.expected.answer !== 'yes' || decision.waivedFen > given.expected.fen;
    });
    expect(wrongYes).toEqual([]);
  });
});
