import { bookAppointment } from '@contract/appointments';
import { clientOf } from '../test-app';

/** Everybody asks for a place at this time at once, one after the other through each of the servers. Answers in order. */
export async function rush(baseUrls: readonly string[], tokens: readonly string[], slotId: string): Promise<string[]> {
  const clients = baseUrls.map(clientOf);
  return Promise.all(
    tokens.map(async (as, n) => {
      const answer = await clients[n % clients.length]?.call(bookAppointment, { slotId, type: 'whole_blood' }, { as });
      return answer === undefined ? 'no server' : answer.ok ? 'booked' : answer.code;
    }),
  );
}

export const countOf = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
