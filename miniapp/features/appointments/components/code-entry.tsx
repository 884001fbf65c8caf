import { useState } from 'react';
import { host } from '@miniapp/platform/host';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { TextField } from '@miniapp/ui/field-text';
import { codeIn } from '../group-code';

interface CodeEntryProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error?: string;
  readonly onScanned: (code: string) => void;
}

/** A code of eight letters and digits, typed, or scanned where the host can. */
export function CodeEntry({ label, hint, value, onChange, error, onScanned }: CodeEntryProps) {
  const [nothingRead, setNothingRead] = useState(false);
  const scan = async () => {
    const text = await host.scan();
    setNothingRead(text === null);
    if (text !== null) onScanned(codeIn(text));
  };
  return (
    <Card>
      <TextField
        id={fieldId('code')}
        label={label}
        hint={hint}
        error={error ?? (nothingRead ? '没有扫到，请直接输入。' : undefined)}
        value={value}
        maxLength={20}
        onChange={onChange}
      />
      {host.canScan && (
        <Button kind="secondary" icon="scan" onPress={() => void scan()}>
          扫码填写
        </Button>
      )}
    </Card>
  );
}
