import type { issuePersonaCode as contract } from '@contract/identity';
import type { Output } from '@contract/endpoint';
import { personas } from '@server/seeds/personas';
import type { App } from '@server/platform/app';
import { notFound } from '@server/platform/refusal';

/** What the host app would hand to the page; the ordinary sign-in then takes it. */
export function issuePersonaCode(app: App, personaId: string): Output<typeof contract> {
  const persona = personas.find(({ id }) => id === personaId);
  if (!persona) throw notFound();
  const { signIn } = persona;
  if (signIn.via === 'staff') return signIn;
  const { simulators } = app.adapters;
  if (!simulators) throw new Error('simulators are configured and not open');
  if (signIn.via === 'zheliban')
    return { via: 'zheliban', kind: 'ticketId', ticket: simulators.zheliban.issueTicketId(signIn.user) };
  const user = { openId: signIn.openId };
  return { via: 'host', host: signIn.via, code: simulators[signIn.via].issueCode(user) };
}
