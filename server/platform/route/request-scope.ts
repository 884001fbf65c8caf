import type { Actor } from '../actor';
import type { App } from '../app';
import { writeAuditLine } from '../audit/write-audit-line';
import { sha256 } from '../crypto/key-ring';
import { txOn, type Tx } from '../tx';
import { onceOnly, type RequestKey } from './idempotency';

/** What a handler works with: who asks, and the way into the database. */
export interface RequestScope {
  readonly app: App;
  readonly actor: Actor;
  readonly requestId: string;
  /** One transaction: the use case, its audit line and its outbox rows commit together, once per Idempotency-Key. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  subject(id: string): void;
}

export interface ScopeOrigin {
  app: App;
  actor: Actor;
  requestId: string;
  audit: string;
  /** From the Idempotency-Key header, with the operation and body it came with. */
  idempotency?: { key: string; operation: string; body: string };
}

/** The scope, and the subject that the handler named for the audit line of a refusal. */
export function requestScope(origin: ScopeOrigin): { scope: RequestScope; subjectId(): string | undefined } {
  const { app, actor, requestId } = origin;
  let subjectId: string | undefined;
  let ordinal = 0;
  const subject = (id: string) => {
    subjectId = id;
  };
  const nextKey = (): RequestKey | undefined => {
    if (!origin.idempotency) return undefined;
    const { key, operation, body } = origin.idempotency;
    const who = [
      actor.role,
      actor.accountId,
      actor.personId,
      actor.staffId,
      actor.organizationId,
      actor.assistedBy?.id,
    ].join(',');
    return { key: sha256([who, operation, key, ordinal++].join('\n')), bodyHash: sha256(body) };
  };
  const txFrom = { actor, requestId, subject };
  const scope: RequestScope = {
    app,
    actor,
    requestId,
    subject,
    read: work => app.db.read(em => work(txOn(app, em, txFrom))),
    transaction: work =>
      onceOnly(app, nextKey(), async em => {
        const result = await work(txOn(app, em, txFrom));
        await writeAuditLine(app, em, { action: origin.audit, actor, subjectId, outcome: 'done', requestId });
        return result;
      }),
  };
  return { scope, subjectId: () => subjectId };
}
