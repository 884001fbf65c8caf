import { useState } from 'react';
import { storage } from '@miniapp/platform/storage';
import { desks } from './nurse-words';

const key = 'desk';
export type Desk = (typeof desks)[number];

const remembered = (): Desk | null => desks.find(desk => desk === storage.read(key)) ?? null;

/** The desk at which this device stands: chosen once. */
export function useDesk() {
  const [desk, setDesk] = useState(remembered);
  const choose = (next: Desk) => {
    storage.write(key, next);
    setDesk(next);
  };
  return { desk, choose };
}
