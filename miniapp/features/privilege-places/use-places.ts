import { useEffect, useState } from 'react';
import { listPrivilegePlaces } from '@contract/privilege-places';
import { call } from '@miniapp/platform/call';
import { host, type Position } from '@miniapp/platform/host';
import { storage } from '@miniapp/platform/storage';
import { usePaged } from '@miniapp/platform/use-paged';
import { type Kind, type Practice } from './words';

const cityKey = 'privilege-city';
/** Nobody chooses their city twice. */
const lastCity = (): string => {
  const kept = storage.read(cityKey);
  return typeof kept === 'string' ? kept : '';
};

/** While somebody types, nothing is asked. */
const typingMs = 400;

type Nearness = 'not asked' | 'asking' | 'not told' | Position;

interface Around {
  readonly cities: readonly string[];
  readonly practice: Practice | null;
  readonly count: number;
}

/** Places by city, kind and words; the nearest first once the person has told where they are. */
export function usePlaces() {
  const [city, setCity] = useState(lastCity);
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [near, setNear] = useState<Nearness>('not asked');
  const [around, setAround] = useState<Around>({ cities: [], practice: null, count: 0 });

  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [typed]);

  const at = typeof near === 'object' ? near : null;
  const load = async (cursor: string | undefined) => {
    const answer = await call(listPrivilegePlaces, {
      ...(city && { city }),
      ...(kind !== 'all' && { kind }),
      ...(search && { search }),
      ...(at && { latitude: at.latitude.toFixed(6), longitude: at.longitude.toFixed(6) }),
      cursor,
    });
    if (answer.ok) setAround(answer.value);
    return answer;
  };
  const { query, more, loadMore } = usePaged(load, [city, kind, search, at?.latitude, at?.longitude].join(' '));

  const chooseCity = (name: string) => {
    storage.write(cityKey, name);
    setCity(name);
  };
  const askPosition = async () => {
    setNear('asking');
    setNear((await host.position()) ?? 'not told');
  };
  return { query, more, loadMore, ...around, city, chooseCity, kind, setKind, typed, setTyped, near, askPosition };
}
