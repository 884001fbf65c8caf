import type { App } from './app';

export type ByeReason = 'ticket' | 'ended' | 'message' | 'busy';

/** An open connection that was admitted. */
export interface Listener<Who> {
  readonly who: Who;
  send(message: object): void;
  close(why: ByeReason): void;
}

/** What the first message of a connection comes to. */
export type Admission<Who> = { topic: string; who: Who } | { bye: ByeReason } | { answer: object };

/**
 * What a feature pushes. The platform keeps the connections; the feature knows who may listen and what to say. The state is in the
 * database: a topic has a version there, and whatever process changes it, all see it.
 */
export interface PushFeed<Who = never> {
  readonly path: string;
  readonly maxBytes: number;
  admit(app: App, message: unknown): Promise<Admission<Who>>;
  /** Of all topics with listeners in one statement. */
  versions(app: App, topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Says what has changed; answers when (by `performance.now()`) it has more to say though the version stays. */
  tell(app: App, topic: string, version: number, listeners: readonly Listener<Who>[]): Promise<number | undefined>;
}
