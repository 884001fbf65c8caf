import { issuePersonaCode as issueContract, listPersonas } from '@contract/identity';
import type { App } from '@server/platform/app';
import { Refusal } from '@server/platform/refusal';
import { route } from '@server/platform/route/route';
import { personas } from '@server/seeds/personas';
import { issuePersonaCode } from './issue-persona-code';

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
];
