import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { findOrganizationByCode, issueMachineCredential } from '@server/features/organizations';
import { systemActor } from '@server/platform/actor';
import { ConfigError } from '@server/platform/config';
import { inTransaction } from '@server/platform/tx';
import { openApp } from './open-app';

const usage = `Issues a key with which the system of a blood station or a hospital signs its calls.

  npm run issue-key -- station|hospital CODE

Prints the id of the machine and its secret as one line of JSON. The secret is shown this once: hand it over in confidence.
`;

const isKind = (text: string | undefined): text is 'station' | 'hospital' => text === 'station' || text === 'hospital';

async function main(): Promise<void> {
  const [kind, code, ...more] = parseArgs({ allowPositionals: true }).positionals;
  if (!isKind(kind) || code === undefined || more.length > 0) {
    process.stdout.write(usage);
    process.exitCode = 2;
    return;
  }
  const app = await openApp();
  try {
    const machineId = `${kind}-${randomBytes(6).toString('hex')}`;
    const secret = await inTransaction(app, { actor: systemActor, requestId: 'issue-key' }, async tx => {
      const owner = await findOrganizationByCode(tx, kind, code);
      return owner && issueMachineCredential(tx, { machineId, role: kind, ownerId: owner.id });
    });
    if (secret) process.stdout.write(`${JSON.stringify({ machineId, secret })}\n`);
    else {
      process.stderr.write(`there is no ${kind} with the code ${code}\n`);
      process.exitCode = 1;
    }
  } finally {
    await app.db.close();
  }
}

main().catch((error: unknown) => {
  // Anything but the configuration is a defect or an unreachable database; its message may quote values.
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : 'no key issued: the database did not answer'}\n`,
  );
  process.exitCode = 1;
});
