import { useState } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import './list-source.scss';

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
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = file.size > 4 * largest ? null : await readText(file);
    const fits = text !== null && text.length <= largest;
    setTooLarge(!fits);
    if (fits) onChange(text);
  };
  return (
    <>
      {isWeb && (
        <label className="list-source-file">
          选择 CSV 文件
          <input
            type="file"
            accept=".csv,text/csv,text/plain"
            onChange={event => void take(event.target.files?.[0] ?? undefined)}
          />
        </label>
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
