import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as contract from '@contract/privileges';
import { fromBase64url } from '@privilege-code/base64url';
import { signDeviceCode } from '@privilege-code/form-b';
import { asEntitledDonor } from '@server/testing/builders/privileges';
import { asStaff } from '@server/testing/builders/sessions';
import { startTestApp } from '@server/testing/test-app';
import { fixedKey } from '@server/testing/vectors/fixed-keys';

const folder = path.resolve('docs/integration');
/** Debian's own, which has the packages; another python in the path need not. */
const python = '/usr/bin/python3';
const verify = async (file: string): Promise<string> => {
  const run = promisify(execFile);
  try {
    const { stdout } = await run(python, ['-B', path.join(folder, 'check_vectors.py'), file]);
    return stdout.trim();
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`;
  }
};

describe('the reference verifier in Python', () => {
  it('agrees with every vector', async () => {
    expect(await verify(path.join(folder, 'vectors.json'))).toMatch(/^\d{3} passed, 0 failed$/);
  });

  it('accepts what the service makes now, and knows whom it revoked', async () => {
    const test = await startTestApp();
    const temporary = mkdtempSync(path.join(tmpdir(), 'reference-verifier-'));
    try {
      const donor = await asEntitledDonor(test);
      const { token: as } = donor;
      const now = Math.floor(test.clock.millis() / 1000);
      const phone = fixedKey('phone of a test');
      const bind = () => test.get(contract.registerDeviceKey, { publicKey: { x: phone.x, y: phone.y } }, { as });
      const show = async (credential: string) => signDeviceCode(fromBase64url(credential), now, phone.sign);
      const revoked = await show((await bind()).credential);
      const bound = await show((await bind()).credential);
      const live = await test.get(contract.mintPrivilegeCode, { scope: 'park' }, { as });
      const { codes } = await test.get(contract.mintCodeBatch, { scope: 'park', minutes: 2 }, { as });
      const operator = (await asStaff(test, 'operator')).token;
      const card = await test.get(
        contract.issuePrivilegeCard,
        { certificateNumber: donor.certificateNumber },
        { as: operator },
      );
      const { cose, rootKey } = await test.get(contract.getKeySet, {});
      const list = await test.get(contract.getRevocationList, {});
      expect(list.count).toBe(1);
      const gate = {
        id: 'g',
        scope: 2,
        staffed: true,
        ntpAgeSeconds: 1,
        keySetAgeSeconds: 1,
        replaySetAgeSeconds: null,
      };
      const code = (id: string, text: string, result: string, reason?: string) => ({
        ...{ id, text, now, gate, keySet: 'keys-1', revocations: 'now', before: [], expect: { result, reason } },
      });
      const file = path.join(temporary, 'fresh.json');
      const fresh = {
        root: { ...rootKey, alg: 'ES256' },
        keySets: { 'keys-1': { cose } },
        revocations: { now: { cose: list.cose } },
        codes: [
          code('live', live.text, 'allow'),
          code('batch', codes[0]?.text ?? '', 'allow'),
          code('batch, next minute', codes[1]?.text ?? '', 'refuse', 'early'),
          code('device', bound, 'allow'),
          code('device, revoked', revoked, 'refuse', 'revoked'),
          code('card', card.text, 'amber', 'card'),
        ],
        ...{ updates: [], receipts: [], requests: [] },
      };
      writeFileSync(file, JSON.stringify(fresh));
      expect(await verify(file)).toBe('6 passed, 0 failed');
    } finally {
      await test.close();
      rmSync(temporary, { recursive: true });
    }
  });
});
