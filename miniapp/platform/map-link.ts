import { hostName } from './build';
import { type Place } from './host/host';

/** A map in the browser. 浙里办 forbids jumps to other platforms, and the other hosts bring their own map. */
export function mapLink({ longitude, latitude, name }: Place): string | null {
  if (hostName !== 'h5') return null;
  return `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${encodeURIComponent(name)}&callnative=0`;
}
