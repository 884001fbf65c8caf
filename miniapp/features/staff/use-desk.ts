import { useState } from 'react';
import * as z from 'zod/mini';
import { storage } from '@miniapp/platform/storage';
import { type Stage } from './station-words';

const key = 'desk';
const deskSchema = z.object({
  name: z.string(),
  /** What it serves; one of them when the nurse wants to call for that one only. */
  stages: z.array(z.enum(['register', 'interview', 'test', 'draw', 'rest'])),
});
export type Desk = z.output<typeof deskSchema>;

const remembered = (): Desk | null => {
  const read = z.safeParse(deskSchema, storage.read(key));
  return read.success ? read.data : null;
};

/** The desk and the stage at which this device stands: chosen once. */
export function useDesk() {
  const [desk, setDesk] = useState(remembered);
  const choose = (name: string, stages: readonly Stage[]) => {
    const next = { name, stages: [...stages] };
    storage.write(key, next);
    setDesk(next);
  };
  return { desk, choose };
}
