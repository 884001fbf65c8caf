import type { Tx } from './tx';

/** Something that happened, announced inside the transaction that made it happen. */
export interface Event<Payload> {
  readonly name: string;
  readonly payload?: Payload;
}

type Subscriber<Payload> = (tx: Tx, payload: Payload) => Promise<void>;

export interface Events {
  on<Payload>(event: Event<Payload>, subscriber: Subscriber<Payload>): void;
  emit<Payload>(tx: Tx, event: Event<Payload>, payload: Payload): Promise<void>;
}

export const defineEvent = <Payload>(name: string): Event<Payload> => ({ name });

export function createEvents(): Events {
  const subscribers = new Map<string, ((tx: Tx, payload: never) => Promise<void>)[]>();
  return {
    on(event, subscriber) {
      subscribers.set(event.name, [...(subscribers.get(event.name) ?? []), subscriber]);
    },
    async emit(tx, event, payload) {
      for (const subscriber of subscribers.get(event.name) ?? []) await subscriber(tx, payload as never);
    },
  };
}

/** Tells the features below; they run in the same transaction, so all of it happens or none. */
export const announce = <Payload>(tx: Tx, event: Event<Payload>, payload: Payload): Promise<void> =>
  tx.app.events.emit(tx, event, payload);
