import { type issuePersonaCode } from '@contract/identity';
import { type Output } from '@contract/endpoint';

type Proof = Output<typeof issuePersonaCode>;

async function issue(baseUrl: string, personaId: string): Promise<Proof> {
  const reply = await fetch(`${baseUrl}/api/demo/persona-code`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ personaId }),
  });
  const answer: unknown = await reply.json();
  if (!reply.ok) throw new Error(`no code for ${personaId}: ${JSON.stringify(answer)}`);
  return answer as Proof;
}

/** What WeChat or Alipay would hand to the page for this person. */
export async function hostCode(baseUrl: string, personaId: string): Promise<string> {
  const proof = await issue(baseUrl, personaId);
  if (proof.via !== 'host') throw new Error(`${personaId} does not sign in through WeChat or Alipay`);
  return proof.code;
}

/** What the bridge of 浙里办 would hand to the page for this person. */
export async function ssoTicket(baseUrl: string, personaId: string): Promise<string> {
  const proof = await issue(baseUrl, personaId);
  if (proof.via !== 'zheliban' || proof.kind !== 'ticketId')
    throw new Error(`${personaId} has no ticket of the bridge`);
  return proof.ticket;
}
