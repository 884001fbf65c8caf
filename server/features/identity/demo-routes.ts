import { readDemoCode as readCodeContract } from '@contract/binding';
import { issuePersonaCode as issueContract, listPersonas } from '@contract/identity';
import type { App } from '@server/platform/app';
import { Refusal } from '@server/platform/refusal';
import { bindCodeTemplate } from '@server/platform/notify';
import { route } from '@server/platform/route/route';
import { personas } from '@server/seeds/personas';
import { issuePersonaCode } from './issue-persona-code';
import { plainPhone } from './phone-index';

/** In production the simulators cannot be on (platform/config.ts), so these answer nothing there. */
function assertSimulators(app: App): void {
  if (!app.config.simulators) throw new Refusal('SIMULATORS_OFF', 'not_allowed');
}

export const demoRoutes = [
  route(listPersonas, { may: 'demo:use', audit: 'demo.list-personas' }, async request => {
    assertSimulators(request.app);
    const items = personas.map(({ id, title, story, role, signIn, startPage }) => ({
      id,
      title,
      story,
      role,
      host: signIn.via === 'staff' ? null : signIn.via,
      startPage,
    }));
    return Promise.resolve({ items });
  }),
  route(issueContract, { may: 'demo:use', audit: 'demo.issue-persona-code' }, async (request, { personaId }) => {
    assertSimulators(request.app);
    return Promise.resolve(issuePersonaCode(request.app, personaId));
  }),
  // Nobody has the phones of the demonstration in hand.
  route(readCodeContract, { may: 'demo:use', audit: 'demo.read-phone-code' }, async ({ app }, { phone }) => {
    assertSimulators(app);
    const reached = app.adapters.simulators?.sms.sent ?? [];
    const last = reached.findLast(sms => sms.template === bindCodeTemplate && sms.phone === plainPhone(phone));
    return Promise.resolve({ code: last?.params.code ?? null });
  }),
];
