import { listSites } from '@contract/sites';
import { useState } from 'react';
import { host, type Position } from '@miniapp/platform/host';
import { storage } from '@miniapp/platform/storage';
import { useQuery } from '@miniapp/platform/use-query';
import { type BookableType } from './appointment';

const cityKey = 'booking-city';
/** Nobody chooses their city twice. */
const lastCity = (): string | null => {
  const kept = storage.read(cityKey);
  return typeof kept === 'string' ? kept : null;
};

type Nearness = 'not asked' | 'asking' | 'not told' | Position;

interface Asked {
  readonly type: BookableType;
  /** Where the person gave last; empty for who never did. */
  readonly usualCity: string;
  /** While it is not known what to ask for. */
  readonly skip: boolean;
}

/** Sites of the city that was chosen or given in last, or the nearest ones once the person has told where they are. */
export function useSites({ type, usualCity, skip }: Asked) {
  const [chosen, setChosen] = useState(lastCity);
  const city = chosen ?? usualCity;
  const chooseCity = (name: string) => {
    storage.write(cityKey, name);
    setChosen(name);
  };
  const [near, setNear] = useState<Nearness>('not asked');
  const position = typeof near === 'object' ? near : null;
  const sites = useQuery(
    listSites,
    {
      type,
      ...(city && { city }),
      ...(position && { latitude: String(position.latitude), longitude: String(position.longitude) }),
    },
    { skip },
  );
  const askPosition = async () => {
    setNear('asking');
    const told = await host.position();
    // The nearest site may be across the border of the city; the choice for next time stays.
    if (told) setChosen('');
    setNear(told ?? 'not told');
  };
  return { sites, city, chooseCity, near, askPosition };
}
