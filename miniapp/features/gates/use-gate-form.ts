import { useEffect, useState } from 'react';
import { changeGate, getGate, registerGate } from '@contract/gate-registry';
import { type Output } from '@contract/endpoint';
import { privilegeOfPlace, type PlaceType } from '@rules/place-type';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { fieldProblems } from '@miniapp/platform/words';
import { draftOf, type PositionDraft, readPosition } from './read-position';
import { type RegisteredGate, sayRegistry } from './registry-words';

type Scope = RegisteredGate['scopes'][number];

export interface GateDraft extends PositionDraft {
  readonly code: string;
  readonly name: string;
  readonly operatorName: string;
  readonly type: PlaceType | null;
  readonly city: string;
  readonly place: string;
  readonly placeId: string | null;
  readonly scopes: readonly Scope[];
  readonly groupCode: string;
  readonly staffed: boolean | null;
}

const empty: GateDraft = {
  ...{ code: '', name: '', operatorName: '', type: null, city: '', place: '', placeId: null },
  ...{ scopes: [], groupCode: '', staffed: null, latitude: '', longitude: '' },
};

const gateCode = /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/;

function problemsOf(draft: GateDraft): Record<string, string> {
  const { code, name, operatorName, type, city, place, scopes, groupCode, staffed } = draft;
  return {
    ...(!gateCode.test(code.trim()) && { code: '3 到 64 位字母、数字、点、横线，例如 HZ-BUS-007。' }),
    ...(name.trim().length < 2 && { name: '请写设备的名称，献血者会在使用记录里看到。' }),
    ...(operatorName.trim().length < 2 && { operatorName: '请写运营单位。' }),
    ...(type === null && { type: '请选择类型。' }),
    ...(city === '' && { city: '请选择城市。' }),
    ...(place.trim() === '' && { place: '请写线路、出入口或科室。' }),
    ...(scopes.length === 0 && { scopes: '请至少选一种。' }),
    ...(groupCode.trim() !== '' &&
      !gateCode.test(groupCode.trim()) && { groupCode: '3 到 64 位字母、数字、点、横线。' }),
    ...(staffed === null && { staffed: '请选择有没有人值守。' }),
    ...readPosition(draft).problems,
  };
}

const draftFrom = (gate: RegisteredGate): GateDraft => ({ ...gate, ...draftOf(gate.position) });

/** Registers a gate, or changes the one with this id. */
export function useGateForm(gateId: string) {
  const known = useQuery(getGate, { gateId }, { skip: gateId === '' });
  const [register, change] = [useCommand(registerGate), useCommand(changeGate)];
  const { summary, text, atFields, report, touch } = useProblems();
  const [draft, setDraft] = useState<GateDraft>(empty);
  const [filled, setFilled] = useState(gateId === '');
  const [secret, setSecret] = useState<Output<typeof registerGate> | null>(null);
  const [saved, setSaved] = useState(false);

  // Once: what is being typed is not overwritten when the page is shown again.
  useEffect(() => {
    if (filled || known.kind !== 'ready') return;
    setDraft(draftFrom(known.value));
    setFilled(true);
  }, [filled, known]);

  const set = (part: Partial<GateDraft>) => {
    touch(...Object.keys(part));
    setDraft(before => ({ ...before, ...part }));
  };
  const setType = (type: PlaceType) => {
    const kind = privilegeOfPlace[type];
    set({ type, scopes: draft.scopes.length === 0 ? [kind] : draft.scopes });
  };

  const save = async () => {
    const { code, type, placeId, groupCode, staffed, latitude, longitude, ...words } = draft;
    if (report(problemsOf(draft)) || type === null || staffed === null) return;
    const where = {
      ...{ name: words.name.trim(), operatorName: words.operatorName.trim(), city: words.city },
      ...{ place: words.place.trim(), type, scopes: [...words.scopes], staffed },
      ...(placeId !== null && { placeId }),
      ...(groupCode.trim() !== '' && { groupCode: groupCode.trim() }),
      position: readPosition({ latitude, longitude }).position,
    };
    const answer =
      gateId === ''
        ? await register.run({ ...where, code: code.trim(), kind: privilegeOfPlace[type] })
        : await change.run({ ...where, gateId });
    if (!answer) return;
    if (!answer.ok) {
      const fields = fieldProblems(answer.details);
      report(fields, Object.keys(fields).length > 0 ? undefined : sayRegistry(answer));
    } else if ('secret' in answer.value) setSecret(answer.value);
    else setSaved(true);
  };
  return {
    known,
    draft,
    set,
    setType,
    save,
    busy: register.busy || change.busy,
    secret,
    saved,
    summary,
    text,
    atFields,
  };
}

export type GateForm = ReturnType<typeof useGateForm>;
