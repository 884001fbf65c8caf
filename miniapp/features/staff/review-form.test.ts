import { type ReviewFile, commandOf, emptyForm, finalWords, problemsOf, type ReviewForm } from './review-form';

const file = (toSettle: ReviewFile['toSettle']): ReviewFile => ({ toSettle, claim: { id: 'c' } }) as ReviewFile;
const words = { template: 'approve-checked', values: { detail: '已核对户口簿原件' } };

describe('the form of a decision', () => {
  it.each<[string, Partial<ReviewForm>, ReviewFile['toSettle'], string[]]>([
    ['nothing chosen', {}, [], ['outcome']],
    ['a doubt left open', { outcome: 'approve', ...words }, ['kinship_not_found'], ['basis.kinship_not_found']],
    [
      'another province without its rule',
      { outcome: 'approve', ...words, bases: { other_province: 'place_of_donation' } },
      ['other_province'],
      ['rule', 'quota'],
    ],
    ['no clause', { outcome: 'refuse', template: 'refuse-other', values: { detail: '说明' } }, [], ['ground']],
    ['no words', { outcome: 'ask' }, [], ['template']],
    ['words half filled', { outcome: 'ask', template: 'ask-document' }, [], ['value.more']],
    ['a donor who said nothing', { outcome: 'donor' }, ['consent_no_answer'], ['donorSaid', 'how']],
  ])('with %s is not sent', (_what, form, toSettle, fields) => {
    expect(Object.keys(problemsOf({ ...emptyForm, ...form }, file(toSettle)))).toEqual(fields);
  });

  it('sends each doubt with its basis and the template with its version, whose words stood on the page', () => {
    const form: ReviewForm = {
      ...emptyForm,
      ...words,
      outcome: 'approve',
      bases: { kinship_not_found: 'kinship_document', bill_on_paper: 'bill_original' },
    };
    expect(finalWords(form)).toBe('工作人员核对了您的材料，同意减免。已核对户口簿原件。');
    expect(commandOf(form, file(['kinship_not_found']))).toMatchObject({
      decision: { outcome: 'approve', findings: [{ reason: 'kinship_not_found', basis: 'kinship_document' }] },
      message: { template: 'approve-checked', version: '2026-11' },
    });
  });
});
