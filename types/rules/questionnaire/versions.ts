import type { Sex } from '../vocabulary';
import { questionnaire202611 } from './2026-11';
import { questionnaire202612 } from './2026-12';
import type { Question, Questionnaire } from './model';

/** A version that people have answered is never edited: a new wording is a new version. */
export const questionnaireVersions: readonly Questionnaire[] = [questionnaire202611, questionnaire202612];

export const CURRENT_QUESTIONNAIRE_VERSION = questionnaire202612.version;

export const findQuestionnaire = (version: string): Questionnaire | undefined =>
  questionnaireVersions.find(questionnaire => questionnaire.version === version);

export function getQuestionnaire(version: string): Questionnaire {
  const questionnaire = findQuestionnaire(version);
  if (!questionnaire) throw new RangeError(`no questionnaire of version ${version}`);
  return questionnaire;
}

/** The questions this person is asked. */
export const questionsFor = (version: string, sex: Sex): readonly Question[] =>
  getQuestionnaire(version).questions.filter(({ forSex }) => forSex === undefined || forSex === sex);
