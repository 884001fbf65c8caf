import type { EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../actor';
import type { App } from '../app';
import { insertRow } from '../db/rows';
import { newId } from '../ids';
import { AuditLine } from './audit-line.entity';

interface Entry {
  action: string;
  actor: Actor;
  subjectId?: string;
  outcome: string;
  requestId: string;
}

export const writeAuditLine = (app: App, em: EntityManager, entry: Entry): Promise<void> =>
  insertRow(em, AuditLine, lineOf(app, entry));

const lineOf = (app: App, entry: Entry): AuditLine => ({
  id: newId(),
  at: app.clock.now(),
  action: entry.action,
  role: entry.actor.role,
  actorId: entry.actor.role === 'anonymous' ? null : actorKey(entry.actor),
  subjectId: entry.subjectId ?? null,
  outcome: entry.outcome,
  requestId: entry.requestId,
  helperKind: entry.actor.assistedBy?.kind ?? null,
  helperId: entry.actor.assistedBy?.id ?? null,
  assistanceId: entry.actor.assistedBy?.assistanceId ?? null,
});
