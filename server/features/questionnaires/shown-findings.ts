import { findQuestionnaire, type Finding } from '@rules/questionnaire';

const isConcealed = (version: string, questionId: string): boolean =>
  findQuestionnaire(version)?.questions.find(({ id }) => id === questionId)?.concealed === true;

/** For the donor: no rule of the list of infections and risks is named, not even by its id. */
export const findingsForDonor = (version: string, findings: readonly Finding[]): Finding[] =>
  findings.map(finding => (isConcealed(version, finding.questionId) ? { ...finding, ruleId: null } : finding));

/** For lists and screens at a desk, which others may see: only that there is something to ask in private. */
export const findingsForList = (version: string, findings: readonly Finding[]): Finding[] =>
  findings.map(finding =>
    isConcealed(version, finding.questionId)
      ? { ...finding, questionId: 'private', ruleId: null, text: '有一项要单独询问，请打开征询表查看。' }
      : finding,
  );
