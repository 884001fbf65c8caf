import type { Adapters } from '@server/adapters';
import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import type { PersonAsked } from '@server/adapters/public-security/port';

/** A population register and phones of the test's own: who is in the one, and what reached the others. */
export function binders() {
  const inRegister: PersonAsked[] = [];
  const asked: PersonAsked[] = [];
  const texts: { phone: string; code: string }[] = [];
  /** Every other SMS. */
  const told: { phone: string; template: string }[] = [];
  const state = { registerDown: false, smsDown: false };
  const adapters: Partial<Adapters> = {
    publicSecurity: {
      async verifyIdentity(person) {
        asked.push(person);
        if (state.registerDown) throw new SourceUnavailable('公安人口信息', 'network');
        const found = inRegister.find(({ docNumber }) => docNumber === person.docNumber);
        const result = !found ? 'not_found' : found.name === person.name ? 'matched' : 'mismatched';
        return { result, receipt: { source: '公安人口信息', at: '2026-03-05T01:00:00.000Z', sha256: '0'.repeat(64) } };
      },
      household: () => Promise.reject(new Error('not asked here')),
    },
    sms: {
      async send({ phone, template, params }) {
        if (state.smsDown) return { kind: 'refused', reason: 'unavailable' };
        if (params.code === undefined) told.push({ phone, template });
        else texts.push({ phone, code: params.code });
        return { kind: 'accepted', providerId: 'provider-1' };
      },
      receipt: () => Promise.resolve('waiting'),
    },
  };
  return { inRegister, asked, texts, told, state, adapters };
}
