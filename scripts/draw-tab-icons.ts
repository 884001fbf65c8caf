// Draws the tab icons as PNG (WeChat takes nothing else) from the line icons: `node --import tsx scripts/draw-tab-icons.ts`.
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { type IconName, iconPaths } from '../miniapp/ui/icon-paths';
import { colours } from '../miniapp/ui/tokens';

const folder = 'miniapp/assets/tab';
const tabs: Record<string, IconName> = {
  home: 'home',
  booking: 'calendar',
  code: 'qr-code',
  inbox: 'inbox',
  mine: 'person',
};
const states = { off: { colour: colours['ink-2'], width: 1.5 }, on: { colour: colours.red, width: 1.9 } };
/** 27 dp at three pixels each, the size that WeChat asks for. */
const side = 81;

async function draw(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await mkdir(folder, { recursive: true });
  for (const [tab, icon] of Object.entries(tabs))
    for (const [state, { colour, width }] of Object.entries(states)) {
      const stroke = `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 24 24"><path d="${iconPaths[icon]}" ${stroke}/></svg>`;
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
      await writeFile(`${folder}/${tab}-${state}.png`, await page.screenshot({ omitBackground: true }));
    }
  await browser.close();
}

void draw();
