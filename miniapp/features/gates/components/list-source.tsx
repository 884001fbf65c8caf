import { useRef, useState } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { Button } from '@miniapp/ui/button';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';

interface ListSourceProps {
  readonly id: string;
  readonly value: string;
  readonly error?: string;
  readonly onChange: (text: string) => void;
}

/** Characters, as the server takes them. */
const largest = 90_000;

/** Excel in China saves CSV in GB18030 unless told otherwise; a file that is not UTF-8 is that. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A file in the browser; pasted text everywhere. */
export function ListSource({ id, value, error, onChange }: ListSourceProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = file.size > 4 * largest ? null : await readText(file);
    const fits = text !== null && text.length <= largest;
    setTooLarge(!fits);
    setName(fits ? file.name : '');
    if (fits) onChange(text);
  };
  return (
    <>
      {isWeb && (
        <>
          {/* The browser's own words for a file field are in the language of the browser. */}
          <input
            ref={picker}
            type="file"
            style={{ display: 'none' }}
            accept=".csv,text/csv,text/plain"
            onChange={event => void take(event.target.files?.[0] ?? undefined)}
          />
          <Button kind="secondary" onPress={() => picker.current?.click()}>
            {name === '' ? '选择 CSV 文件' : `换一个文件（现在是 ${name}）`}
          </Button>
        </>
      )}
      {tooLarge && (
        <Notice tone="look" announce>
          文件太大，请分成几个，每个不超过 1000 行。
        </Notice>
      )}
      <TextField
        id={id}
        label="表格内容"
        hint="也可以直接贴进来"
        multiline
        maxLength={largest}
        value={value}
        error={error}
        onChange={onChange}
      />
    </>
  );
}
