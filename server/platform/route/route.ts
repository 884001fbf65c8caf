import type * as z from 'zod/mini';
import { commonRefusals, type AnyEndpoint, type Endpoint } from '@contract/endpoint';
import { mayHelp } from '@contract/on-behalf';
import { holds, type Permission } from '../permissions';
import { Refusal, common } from '../refusal';
import { parseInput, parseOutput } from './parse';
import type { RequestScope } from './request-scope';

interface RouteOptions {
  /** Who may: a permission of platform/permissions.ts. */
  may: Permission;
  /** Name of the audit lines, noun.verb. */
  audit: string;
  /** Calls a minute for one caller (person, machine or address); the general limit holds as well. */
  perMinute?: number;
  /** Name in log and metrics, when a request id that stands in the audit must not tell which operation it was. */
  loggedAs?: string;
}

export interface Route extends RouteOptions {
  readonly endpoint: AnyEndpoint;
  /** Checks the permission, parses, runs and parses the answer. */
  answer(scope: RequestScope, rawInput: unknown): Promise<unknown>;
}

/** Turns a refusal that the contract does not list into a defect: clients have no sentence for it. */
function assertListed(endpoint: AnyEndpoint, error: unknown): void {
  if (!(error instanceof Refusal)) return;
  const listed: readonly string[] = [...endpoint.refusals, ...commonRefusals];
  if (!listed.includes(error.code))
    throw new Error(`${endpoint.name} refused with ${error.code}, which its contract does not list`);
}

/** Binds a contract to its handler. Without a permission and an audit name it does not compile. */
export function route<
  Name extends string,
  In extends z.core.$ZodType,
  Out extends z.core.$ZodType,
  Code extends string,
>(
  endpoint: Endpoint<Name, In, Out, Code>,
  options: RouteOptions,
  handle: (request: RequestScope, input: z.core.output<In>) => Promise<z.core.input<Out>>,
): Route {
  return {
    ...options,
    endpoint,
    async answer(scope, rawInput) {
      if (!holds(scope.actor.role, options.may))
        throw scope.actor.role === 'anonymous'
          ? common('NOT_SIGNED_IN', 'not_signed_in')
          : common('NOT_ALLOWED', 'not_allowed');
      const { assistedBy } = scope.actor;
      if (assistedBy && !mayHelp(endpoint, assistedBy)) throw common('NOT_FOR_HELPERS', 'not_allowed');
      try {
        return parseOutput(endpoint.output, await handle(scope, parseInput(endpoint.input, rawInput)), endpoint.name);
      } catch (error) {
        assertListed(endpoint, error);
        throw error;
      }
    },
  };
}
