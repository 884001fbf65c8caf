import type { Page } from 'playwright-core';

const kept = 'donor.elder';

/** As if the person had chosen in another window of the same browser: the page follows at once and keeps what it shows. */
const choose = (page: Page, value: string | null): Promise<boolean> =>
  page.evaluate(
    async ([key, text]) => {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      window.dispatchEvent(new StorageEvent('storage', { key }));
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.documentElement.classList.contains('elder');
    },
    [kept, value] as const,
  );

/** Does something with the page as it stands, then in the other size of type, and leaves it as it was. */
export async function inBothSizes(page: Page, act: (elder: boolean) => Promise<void>): Promise<void> {
  const before = await page.evaluate(key => localStorage.getItem(key), kept);
  const elder = await page.evaluate(() => document.documentElement.classList.contains('elder'));
  await act(elder);
  const turned = await choose(page, JSON.stringify({ data: String(!elder) }));
  if (turned !== !elder) throw new Error(`${page.url()} did not change its type`);
  await act(!elder);
  await choose(page, before);
}
