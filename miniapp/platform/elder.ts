import { host } from './host';
import { isWeb } from './build';
import { observable, useObservable } from './observable';
import { storage } from './storage';

const storageKey = 'elder';
const chosen = storage.read(storageKey);
const elder = observable(chosen === true);

/** Large type and large targets (适老化). */
export const useElder = (): boolean => useObservable(elder);

/** The person's own choice outlives what the host app says. */
export function chooseElder(on: boolean): void {
  storage.write(storageKey, on);
  show(on);
}

/** Follows the host app until the person has chosen here. */
export async function followHostStyle(): Promise<void> {
  show(elder.get());
  if (typeof chosen === 'boolean') return;
  const style = await host.uiStyle();
  if (style && storage.read(storageKey) === undefined) show(style === 'elder');
}

// Two windows of one browser, as on a counter's computer, look alike.
if (isWeb)
  window.addEventListener('storage', ({ key }) => {
    if (key?.endsWith(storageKey)) show(storage.read(storageKey) === true);
  });

function show(on: boolean): void {
  elder.set(on);
  // The tab bar of the web build lies outside every page.
  if (isWeb) document.documentElement.classList.toggle('elder', on);
}
