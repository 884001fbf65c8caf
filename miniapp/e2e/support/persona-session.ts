import { type AnyEndpoint, type InputDraft, type Output } from '@contract/endpoint';
import { issuePersonaCode, listPersonas, signIn, signInStaff } from '@contract/identity';

async function ask<E extends AnyEndpoint>(baseUrl: string, endpoint: E, input: InputDraft<E>): Promise<Output<E>> {
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input) };
  const reply = await fetch(baseUrl + endpoint.path, endpoint.method === 'POST' ? post : {});
  const answer: unknown = await reply.json();
  if (!reply.ok) throw new Error(`${endpoint.name}: ${JSON.stringify(answer)}`);
  return answer as Output<E>;
}

/** What the page of the demonstration people does at a tap: an ordinary sign-in, as the phone keeps it. */
export async function sessionOf(baseUrl: string, title: string): Promise<{ session: string; startPage: string }> {
  const { items } = await ask(baseUrl, listPersonas, {});
  const persona = items.find(item => item.title === title);
  if (!persona) throw new Error(`nobody is called ${title}`);
  const proof = await ask(baseUrl, issuePersonaCode, { personaId: persona.id });
  const session =
    proof.via === 'staff'
      ? await ask(baseUrl, signInStaff, { account: proof.account, password: proof.password })
      : proof.via === 'zheliban'
        ? await ask(baseUrl, signIn, { host: 'zheliban', ticket: proof.ticket, kind: proof.kind })
        : await ask(baseUrl, signIn, { host: proof.host, code: proof.code });
  return { session: JSON.stringify(session), startPage: persona.startPage };
}
