import { useEffect, useState } from 'react';
import { type Output } from '@contract/endpoint';
import { getMyGate } from '@contract/gates';
import { useQuery } from '@miniapp/platform/use-query';
import { theLoneGate } from './open-lone-gate';

/** The gate as the server tells it, or as it was told the last time when there is no network. */
export function useKnownGate() {
  const told = useQuery(getMyGate, {});
  const [kept, setKept] = useState<Output<typeof getMyGate> | null>(null);
  useEffect(() => {
    void theLoneGate().then(gate => setKept(gate?.gate() ?? null));
  }, []);
  if (told.kind === 'offline' && kept) return { kind: 'ready' as const, value: kept, reload: told.reload };
  return told;
}
