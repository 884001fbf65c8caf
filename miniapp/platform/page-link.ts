import { hostName } from './build';

/** The address of a page for other people's browsers; null where the present host has none: a mini-program is opened from inside its host. */
export const pageLink = (path: string): string | null =>
  hostName === 'h5' ? `${window.location.origin}/#${path}` : null;
