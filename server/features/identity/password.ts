import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** 2^15 × 8 × 3: about 100 ms and 32 MB a try; the text carries the cost, so it can rise for new passwords. */
const current = { cost: 15, blockSize: 8, parallelization: 3 };

const derive = (password: string, salt: Buffer, { cost, blockSize, parallelization }: typeof current) =>
  new Promise<Buffer>((resolve, reject) => {
    const options: ScryptOptions = { N: 2 ** cost, r: blockSize, p: parallelization, maxmem: 128 * 2 ** 20 };
    // One spelling for what looks the same on every keyboard.
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, current);
  const { cost, blockSize, parallelization } = current;
  return ['scrypt', cost, blockSize, parallelization, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long for an unknown account (`undefined`) as for a wrong password. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, cost, blockSize, parallelization, salt, key] = stored?.split('$') ?? [];
  if (kind !== 'scrypt' || !salt || !key) {
    await derive(password, randomBytes(16), current);
    return false;
  }
  const options = { cost: Number(cost), blockSize: Number(blockSize), parallelization: Number(parallelization) };
  return timingSafeEqual(
    await derive(password, Buffer.from(salt, 'base64url'), options),
    Buffer.from(key, 'base64url'),
  );
}
