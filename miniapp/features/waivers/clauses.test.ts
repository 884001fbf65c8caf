import { sayClauses } from './clauses';

describe('the clauses of a decision in words', () => {
  it('says each clause and keeps its number for an objection', () =>
    expect(sayClauses('W-3、W-4')).toMatch(/^配偶、父母、子女.*（W-3）；献血者达到国家金奖标准.*（W-4）$/));

  it('a decision of a person has no number', () => expect(sayClauses('人工核对')).toBe('由工作人员人工核对'));

  it('what it does not know stands as it is', () => expect(sayClauses('X-9')).toBe('X-9'));
});
