import type { MigrationInterface } from 'typeorm';
import type { Actor } from './actor';
import type { App } from './app';
import type { FileLink } from './http/file-links';
import type { PushFeed } from './push-feed';
import type { Route } from './route/route';

/** What the machine or browser sent, for the features that can tell who it is. */
export interface Credentials {
  readonly method: string;
  /** As sent, with the query: what machines sign. */
  readonly path: string;
  readonly rawBody: string;
  header(name: string): string;
  /** Has every answer to this request signed, also a refusal: who asked can then tell that it is ours. */
  signAnswer(sign: SignAnswer): void;
}

/** The headers that prove an answer with this status and these bytes. */
export type SignAnswer = (status: number, body: string) => Readonly<Record<string, string>>;

/** What a feature hands to the application. */
export interface Feature {
  readonly name: string;
  readonly entities?: readonly (new () => object)[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  readonly routes?: readonly Route[];
  /** Files behind signed links. */
  readonly files?: readonly FileLink[];
  /** What it pushes to open connections. */
  readonly push?: PushFeed<unknown>;
  /** Subscribes to events and registers outbox jobs; runs once at start. */
  start?(app: App): void;
  /** Tells who sends the request, or undefined when the credentials are not of this feature's kind. Throws a Refusal when they are but do not hold. */
  authenticate?(app: App, credentials: Credentials): Promise<Actor | undefined>;
}
