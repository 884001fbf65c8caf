import { IsNull, Not } from 'typeorm';
import type { App } from '@server/platform/app';
import type { Crypto } from '@server/platform/crypto/key-ring';
import { Person } from './person.entity';

/** As typed, pasted or printed: without spaces, hyphens and the code of the country. */
export const plainPhone = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/[\s\-()]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');

/** Keyed hash of a phone number. */
export const phoneIndexOf = (crypto: Crypto, phone: string): string => crypto.fingerprint('phone', plainPhone(phone));

const atOnce = 200;

/** Numbers from before they were indexed: a few hundred an hour, so that no start waits for it. */
export async function indexPhones(app: App): Promise<number> {
  const where = { phoneIndex: IsNull(), phoneSealed: Not(IsNull()) };
  const people = await app.db.read(em => em.find(Person, { where, take: atOnce }));
  for (const { id, phoneSealed } of people)
    if (phoneSealed !== null) {
      const phoneIndex = phoneIndexOf(app.crypto, app.crypto.open('identity', phoneSealed));
      await app.db.transaction(em => em.update(Person, { id, phoneIndex: IsNull() }, { phoneIndex }));
    }
  return people.length;
}
