import { useEffect, useState } from 'react';
import { getManagedPlace, savePrivilegePlace } from '@contract/privilege-places';
import { type PlaceType } from '@rules/place-type';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { fieldProblems } from '@miniapp/platform/words';
import { draftOf, type PositionDraft, readPosition } from './read-position';
import { type ManagedPlace, sayPlaces } from './registry-words';

type Way = ManagedPlace['ways'][number];

export interface PlaceDraft extends PositionDraft {
  readonly city: string;
  readonly type: PlaceType | null;
  readonly name: string;
  readonly operatorName: string;
  readonly address: string;
  readonly opening: string;
  readonly note: string;
  readonly ways: readonly Way[];
}

const empty: PlaceDraft = {
  ...{ city: '', type: null, name: '', operatorName: '', address: '', opening: '', note: '' },
  ...{ ways: [], latitude: '', longitude: '' },
};

const problemsOf = (draft: PlaceDraft): Record<string, string> => ({
  ...(draft.city === '' && { city: '请选择城市。' }),
  ...(draft.type === null && { type: '请选择类型。' }),
  ...(draft.name.trim().length < 2 && { name: '请写名称，至少 2 个字。' }),
  ...(draft.ways.length === 0 && { ways: '请至少选一种。' }),
  ...readPosition(draft).problems,
});

/** Adds a place, or changes the one with this id. */
export function usePlaceForm(placeId: string) {
  const known = useQuery(getManagedPlace, { placeId }, { skip: placeId === '' });
  const command = useCommand(savePrivilegePlace);
  const { summary, text, atFields, report, touch } = useProblems();
  const [draft, setDraft] = useState<PlaceDraft>(empty);
  const [version, setVersion] = useState<number | null>(null);
  const [saved, setSaved] = useState<{ placeId: string; published: boolean } | null>(null);

  // Once: what is being typed is not overwritten when the page is shown again, and its version stays the one that was read.
  useEffect(() => {
    if (version !== null || known.kind !== 'ready') return;
    setDraft({ ...known.value, ...draftOf(known.value.position) });
    setVersion(known.value.version);
  }, [version, known]);

  const set = (part: Partial<PlaceDraft>) => {
    touch(...Object.keys(part));
    setDraft(before => ({ ...before, ...part }));
  };
  const save = async (publish: boolean) => {
    const { city, type, name, operatorName, address, opening, note, ways } = draft;
    if (report(problemsOf(draft)) || type === null) return;
    const answer = await command.run({
      ...(placeId !== '' && { placeId, version: version ?? 1 }),
      ...{ city, type, name: name.trim(), operatorName: operatorName.trim(), address: address.trim() },
      ...{ opening: opening.trim(), note: note.trim(), ways: [...ways], publish },
      position: readPosition(draft).position,
    });
    if (answer?.ok) setSaved({ placeId: answer.value.placeId, published: publish });
    else if (answer) {
      const fields = fieldProblems(answer.details);
      report(fields, Object.keys(fields).length > 0 ? undefined : sayPlaces(answer));
    }
  };
  return { known, draft, set, save, busy: command.busy, saved, summary, text, atFields };
}

export type PlaceForm = ReturnType<typeof usePlaceForm>;
