import { useCallback, useMemo, useState } from 'react';

type Problems = Readonly<Record<string, string>>;

interface Wrong {
  /** For the summary at the top: stays as it was said until the next try, so that it does not take the focus from a field. */
  readonly summary: Problems;
  readonly text?: string;
}

/** What is wrong with a form: all of it at the top, and at each field until someone has changed that field. */
export function useProblems() {
  const [{ summary, text }, setWrong] = useState<Wrong>({ summary: {} });
  const [changed, setChanged] = useState<readonly string[]>([]);
  const atFields: Problems = useMemo(
    () => Object.fromEntries(Object.entries(summary).filter(([field]) => !changed.includes(field))),
    [summary, changed],
  );
  /** Answers whether something is wrong. */
  const report = useCallback((problems: Problems, sentence?: string): boolean => {
    setWrong({ summary: problems, text: sentence });
    setChanged([]);
    return sentence !== undefined || Object.keys(problems).length > 0;
  }, []);
  const touch = useCallback((...fields: readonly string[]) => setChanged(before => [...before, ...fields]), []);
  return { summary, text, atFields, report, touch };
}
