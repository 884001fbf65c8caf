import type { CalendarDate, Instant } from '@rules/calendar';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor';
import type { App } from './app';

/** An open transaction (or plain read) with all a use case needs. The first argument of every use case. */
export interface Tx {
  readonly em: EntityManager;
  readonly app: App;
  readonly actor: Actor;
  readonly requestId: string;
  /** One instant for the whole transaction. */
  readonly now: Instant;
  readonly today: CalendarDate;
  /** Names the person or record that the audit line is about. */
  subject(id: string): void;
}

interface TxOrigin {
  actor: Actor;
  requestId: string;
  subject?: (id: string) => void;
}

export const txOn = (app: App, em: EntityManager, origin: TxOrigin): Tx => ({
  em,
  app,
  actor: origin.actor,
  requestId: origin.requestId,
  now: app.clock.now(),
  today: app.clock.today(),
  subject: origin.subject ?? (() => undefined),
});

/** A transaction that no request opened: worker, import, seed. */
export const inTransaction = <T>(app: App, origin: TxOrigin, work: (tx: Tx) => Promise<T>): Promise<T> =>
  app.db.transaction(em => work(txOn(app, em, origin)));
