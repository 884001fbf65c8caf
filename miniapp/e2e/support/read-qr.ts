import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** What an independent reader (zbar) sees in the code on the screen. */
export async function readQr(page: Page): Promise<string> {
  await page.locator('.ui-qr, [role=img][aria-label*="二维码"]').filter({ visible: true }).first().waitFor();
  const folder = mkdtempSync(path.join(tmpdir(), 'qr-'));
  try {
    const file = path.join(folder, 'screen.png');
    await page.screenshot({ path: file });
    return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
      encoding: 'utf8',
    }).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
