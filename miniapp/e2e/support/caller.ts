import { randomUUID } from 'node:crypto';
import { type AnyEndpoint, type InputDraft, type Output } from '@contract/endpoint';
import { issuePersonaCode, signIn, signInStaff } from '@contract/identity';
import { signMachineRequest } from '@server/platform/machine-signature';
import type { Service } from './service';

/** Somebody who uses the service without a screen: for the steps that a journey needs and does not show. */
export interface Caller {
  call<E extends AnyEndpoint>(endpoint: E, input: InputDraft<E>): Promise<Output<E>>;
}

type Sign = (endpoint: AnyEndpoint, body: string) => Readonly<Record<string, string>>;

const callerOf = ({ baseUrl }: Service, sign: Sign): Caller => ({
  async call<E extends AnyEndpoint>(endpoint: E, input: InputDraft<E>): Promise<Output<E>> {
    const get = endpoint.method === 'GET';
    const query = get ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
    const body = get ? '' : JSON.stringify(input);
    const reply = await fetch(baseUrl + endpoint.path + query, {
      method: endpoint.method,
      headers: { ...sign(endpoint, body), ...(!get && { 'Content-Type': 'application/json' }) },
      ...(!get && { body }),
    });
    const answer: unknown = await reply.json();
    if (!reply.ok) throw new Error(`${endpoint.name}: ${JSON.stringify(answer)}`);
    return answer as Output<E>;
  },
});

/** Signed in anew, beside the person's own phone. */
export async function aCaller(service: Service, personaId: string): Promise<Caller> {
  const anyone = callerOf(service, () => ({}));
  const proof = await anyone.call(issuePersonaCode, { personaId });
  const { accessToken } =
    proof.via === 'staff'
      ? await anyone.call(signInStaff, { account: proof.account, password: proof.password })
      : proof.via === 'zheliban'
        ? await anyone.call(signIn, { host: 'zheliban', ticket: proof.ticket, kind: proof.kind })
        : await anyone.call(signIn, { host: proof.host, code: proof.code });
  return callerOf(service, () => ({ Authorization: `Bearer ${accessToken}` }));
}

/** The system of a station, with what `npm run issue-key` has printed. */
export function aStationSystem(service: Service, issued: string): Caller {
  const { machineId, secret } = JSON.parse(issued) as { machineId: string; secret: string };
  return callerOf(service, ({ method, path }, body) => {
    const seconds = Math.floor(service.millis() / 1000);
    return { ...signMachineRequest({ method, path, machineId, seconds, nonce: randomUUID(), body }, secret) };
  });
}
