import { createHash } from 'node:crypto';
import { consentTexts } from '../consent-text';
import { findDeferralRule } from '../deferral';
import { CURRENT_QUESTIONNAIRE_VERSION, findQuestionnaire, questionnaireVersions, sayAnswers } from '../questionnaire';

const hashOf = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

describe('the versions of questionnaire and consent', () => {
  it('are never edited once people have signed them', () => {
    const hashes = [...questionnaireVersions, ...consentTexts].map(each => [each.version, hashOf(each)]);
    expect(hashes).toMatchInlineSnapshot(`
     [
       [
         "2026-11",
         "ba8e3447c7cce76e",
       ],
       [
         "2026-12",
         "63bc988ef20057c0",
       ],
       [
         "2026-11",
         "3eee91d3510bea52",
       ],
       [
         "2026-12",
         "b3c36dd6f5672e3e",
       ],
     ]
    `);
  });

  it('answer to their name, the newest being the one that is asked', () => {
    expect(CURRENT_QUESTIONNAIRE_VERSION).toBe(questionnaireVersions.at(-1)?.version);
    expect(findQuestionnaire('2026-11')?.questions.length).toBeGreaterThan(14);
    expect(findQuestionnaire('2020-01')).toBeUndefined();
  });

  it.each(questionnaireVersions.map(each => [each.version, each] as const))(
    '%s refers only to rules of the deferral lists, apart from the two about the purpose of the visit',
    (_version, { questions }) => {
      const consequences = questions.flatMap(question => [
        question.onBad,
        ...(question.followUps ?? []).flatMap(item =>
          item.kind === 'choice' ? item.choices.map(({ means }) => means) : [],
        ),
      ]);
      const ids = consequences.flatMap(each => ('ruleId' in each && each.ruleId ? [each.ruleId] : []));
      const unknown = ids.filter(id => !id.startsWith('Q-') && !findDeferralRule(id, '2026-12-10'));
      expect(unknown).toEqual([]);
      expect(ids.length).toBeGreaterThan(10);
    },
  );

  it('2026-12 conceals in lists whatever the rules conceal', () => {
    for (const { id, onBad, concealed } of findQuestionnaire('2026-12')?.questions ?? []) {
      const rule = 'ruleId' in onBad && onBad.ruleId ? findDeferralRule(onBad.ruleId, '2026-12-10') : undefined;
      if (rule?.concealed) expect([id, concealed]).toEqual([id, true]);
    }
  });

  it('put answers into words, old and new', () => {
    expect(sayAnswers('2026-11', [{ questionId: 'q11', value: 'yes', detail: '2026-11-01' }])).toMatchObject([
      { questionId: 'q11', answer: '是，2026-11-01' },
    ]);
    const answers = [
      { questionId: 'q11', value: 'yes' },
      { questionId: 'q11.what', value: 'tooth' },
      { questionId: 'q11.when', value: '2026-12-01' },
    ];
    expect(sayAnswers('2026-12', answers)).toMatchObject([{ questionId: 'q11', answer: '是，拔牙，2026-12-01' }]);
  });
});
