import { listSites } from '@contract/sites';
import { useState } from 'react';
import { host, type Position } from '@miniapp/platform/host';
import { storage } from '@miniapp/platform/storage';
import { useQuery } from '@miniapp/platform/use-query';
import { type BookableType } from './appointment';

const cityKey = 'booking-city';
/** Nobody chooses their city twice. */
const lastCity = (): string => {
  const kept = storage.read(cityKey);
  return typeof kept === 'string' ? kept : '';
};

type Nearness = 'not asked' | 'asking' | 'not told' | Position;

/** Sites of a city, or the nearest ones once the person has told where they are. */
export function useSites(type: BookableType) {
  const [city, setCity] = useState(lastCity);
  const chooseCity = (name: string) => {
    storage.write(cityKey, name);
    setCity(name);
  };
  const [near, setNear] = useState<Nearness>('not asked');
  const sites = useQuery(listSites, {
    type,
    ...(city && { city }),
    ...(typeof near === 'object' && { latitude: String(near.latitude), longitude: String(near.longitude) }),
  });
  const askPosition = async () => {
    setNear('asking');
    setNear((await host.position()) ?? 'not told');
  };
  return { sites, city, chooseCity, near, askPosition };
}
