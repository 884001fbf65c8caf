import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { AnyEndpoint, InputDraft } from '@contract/endpoint';
import type { Random } from '@server/seeds/generate-random';
import type { Answer } from '../test-app';

/** What goes wrong on the way between a hospital and the service. */
export const faults = [
  'lost_request',
  'lost_answer',
  'sent_twice',
  'clock_skew',
  'wrong_signature',
  'replayed',
  'none',
] as const;
type Fault = (typeof faults)[number];

interface LineOptions {
  baseUrl: string;
  machineId: string;
  secret: string;
  /** The right time, UTC seconds; the hospital's own clock may be wrong. */
  seconds: () => number;
  random: Random;
  /** Weights in the order of `faults`. */
  weights: readonly number[];
}

interface Reply {
  status: number;
  text: string;
  signature: string | null;
}

/** Seconds that a broken clock of a hospital is away: beyond what the service takes. */
const skewSeconds = 600;
const mostTries = 12;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (secret: string, lines: readonly string[]): string =>
  createHmac('sha256', secret).update(lines.join('\n')).digest('hex');

/**
 * The signed line of one hospital, written from docs/integration/hospital.md and not from the server's code. A call ends
 * with an answer whose signature holds, whatever happens on the way: that is the retry rule of the guide.
 */
export class HisLine {
  readonly seen: Record<Fault, number> = Object.fromEntries(faults.map(name => [name, 0])) as Record<Fault, number>;
  calls = 0;
  /** Answers that no signature of the service covered; must stay 0. */
  unsigned = 0;
  private drift = 0;

  constructor(private readonly options: LineOptions) {}

  async call<E extends AnyEndpoint>(endpoint: E, input: InputDraft<E>): Promise<Answer<E>> {
    for (let attempt = 1; attempt <= mostTries; attempt += 1) {
      const fault = attempt === mostTries ? 'none' : faults[this.options.random.weighted(this.options.weights)];
      this.seen[fault ?? 'none'] += 1;
      const answer = await this.attempt(endpoint, input, fault ?? 'none');
      if (answer) return answer;
    }
    throw new Error(`${endpoint.name} had no answer`);
  }

  private async attempt<E extends AnyEndpoint>(
    endpoint: E,
    input: InputDraft<E>,
    fault: Fault,
  ): Promise<Answer<E> | undefined> {
    switch (fault) {
      case 'lost_request':
        return undefined;
      case 'lost_answer':
        await this.send(endpoint, input, {});
        return undefined;
      case 'sent_twice': {
        const [one] = await Promise.all([this.send(endpoint, input, {}), this.send(endpoint, input, {})]);
        return this.read(one);
      }
      case 'clock_skew':
        this.drift = skewSeconds;
        return this.read(await this.send(endpoint, input, {}));
      case 'wrong_signature':
        return this.read(await this.send(endpoint, input, { secret: randomBytes(16).toString('hex') }));
      case 'replayed': {
        const nonce = randomBytes(16).toString('base64url');
        const first = await this.send(endpoint, input, { nonce });
        const again = await this.send(endpoint, input, { nonce });
        if (again.status !== 401 || !again.text.includes('nonce_used')) throw new Error('a recorded request was taken');
        return this.read(first);
      }
      case 'none':
        return this.read(await this.send(endpoint, input, {}));
    }
  }

  /** An answer to work with, or undefined when the guide says: put it right and send again. */
  private read<E extends AnyEndpoint>({ status, text }: Reply): Answer<E> | undefined {
    const body = JSON.parse(text) as { code?: string; details?: { reason?: string } };
    if (status === 401 && body.code === 'NOT_SIGNED_IN') {
      if (body.details?.reason === 'clock_skew') this.drift = 0;
      return undefined;
    }
    if (status >= 500 || status === 429) return undefined;
    return (status === 200 ? { ok: true, status, value: body } : { ok: false, status, ...body }) as Answer<E>;
  }

  private async send<E extends AnyEndpoint>(
    { method, path }: E,
    input: InputDraft<E>,
    given: { secret?: string; nonce?: string },
  ): Promise<Reply> {
    this.calls += 1;
    const { baseUrl, machineId, seconds } = this.options;
    const nonce = given.nonce ?? randomBytes(16).toString('base64url');
    const isGet = method === 'GET';
    const query = isGet ? `?${new URLSearchParams(input as Record<string, string>).toString()}` : '';
    const body = isGet ? '' : JSON.stringify(input);
    const time = String(seconds() + this.drift);
    const lines = [method, `${path}${query}`, machineId, time, nonce, sha256(body)];
    const reply = await fetch(`${baseUrl}${path}${query}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-machine-id': machineId,
        'x-machine-time': time,
        'x-machine-nonce': nonce,
        'x-machine-signature': hmac(given.secret ?? this.options.secret, lines),
      },
      ...(isGet ? {} : { body }),
    });
    const answer = {
      status: reply.status,
      text: await reply.text(),
      signature: reply.headers.get('x-service-signature'),
    };
    const expected = hmac(this.options.secret, ['ANSWER', machineId, nonce, String(reply.status), sha256(answer.text)]);
    // Who could not prove who they are gets no signature; everybody else does.
    if (reply.status !== 401 && answer.signature !== expected) this.unsigned += 1;
    return answer;
  }
}
