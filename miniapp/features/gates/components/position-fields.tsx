import { useState } from 'react';
import { host } from '@miniapp/platform/host';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { draftOf, type PositionDraft } from '../read-position';

interface PositionFieldsProps {
  readonly value: PositionDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<PositionDraft>) => void;
}

/** Typed from a map, or taken where one stands. */
export function PositionFields({ value, problems, onChange }: PositionFieldsProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'not told'>('idle');
  const take = async () => {
    setState('asking');
    const here = await host.position();
    if (here) onChange(draftOf({ latitude: round(here.latitude), longitude: round(here.longitude) }));
    setState(here ? 'idle' : 'not told');
  };
  return (
    <>
      <TextField
        id={fieldId('latitude')}
        label="纬度"
        hint="高德、腾讯地图的坐标，例如 30.2461"
        optional
        maxLength={12}
        value={value.latitude}
        error={problems.latitude}
        onChange={latitude => onChange({ latitude })}
      />
      <TextField
        id={fieldId('longitude')}
        label="经度"
        hint="例如 120.1421"
        optional
        maxLength={12}
        value={value.longitude}
        error={problems.longitude}
        onChange={longitude => onChange({ longitude })}
      />
      <Button kind="secondary" icon="place" busy={state === 'asking'} onPress={() => void take()}>
        用我现在的位置
      </Button>
      {state === 'not told' && (
        <Notice tone="info" announce>
          没有取得位置，请照地图填写。
        </Notice>
      )}
    </>
  );
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
