import { type setDesks } from '@contract/visits';
import { type InputDraft } from '@contract/endpoint';
import { type Today } from './nurse-words';
import { type Stage } from './station-words';

export interface DeskDraft {
  readonly name: string;
  readonly stages: readonly Stage[];
}

export const toDrafts = ({ desks }: Pick<Today, 'desks'>): readonly DeskDraft[] =>
  desks.map(({ name, stages }) => ({ name, stages: stages.filter(stage => stage !== 'rest') }));

/** `desks.0.name` → what to do; empty when all is well. */
export function problemsOfDesks(desks: readonly DeskDraft[]): Readonly<Record<string, string>> {
  const names = desks.map(({ name }) => name.trim());
  return Object.fromEntries(
    desks.flatMap(({ stages }, at) => {
      const name = names[at] ?? '';
      const wrong =
        name === '' ? '请填写窗口的名字。' : names.indexOf(name) < at ? '有两个窗口叫这个名字，请改一个。' : '';
      return [
        ...(wrong ? [[`desks.${at}.name`, wrong]] : []),
        ...(stages.length === 0 ? [[`desks.${at}.stages`, '请至少勾选一个环节。']] : []),
      ];
    }),
  ) as Readonly<Record<string, string>>;
}

export const inputOfDesks = (desks: readonly DeskDraft[]): InputDraft<typeof setDesks> => ({
  desks: desks.map(({ name, stages }) => ({ name: name.trim(), stages: [...stages] })),
});

/** Stages at which donors are called and no desk stands open: whoever comes there is called by nobody. */
export const unserved = (desks: readonly DeskDraft[]): readonly Stage[] =>
  (['register', 'interview', 'test', 'draw'] as const).filter(
    stage => !desks.some(({ stages }) => stages.includes(stage)),
  );
