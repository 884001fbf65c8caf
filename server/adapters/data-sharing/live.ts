import { createHash } from 'node:crypto';
import { type HttpAnswer, parseJson, post, readPlatformReply } from './http';
import {
  type Clock,
  type DataSharing,
  type DataSharingReply,
  type DataSharingRequest,
  type RequestSigner,
  SourceUnavailable,
} from './port';

const MAX_RETRIES = 3;
const QUOTA_EXCEEDED = '18';

export interface LiveDataSharingOptions {
  /** Default hosts: `https://interface.zjzwfw.gov.cn` (MD5), `https://bcdsg.zj.gov.cn:8443` (HMAC gateway). */
  baseUrl: string;
  signer: RequestSigner;
  clock: Clock;
  /** Government matter and operator under which the platform logs our look-ups. */
  matter: { powerMatters: string; subPowerMatters: string; accesscardId: string };
  timeoutMs?: number;
}

/** The transport that the adapters of the registers share. */
export class LiveDataSharing implements DataSharing {
  constructor(private readonly options: LiveDataSharingOptions) {}

  async call(request: DataSharingRequest): Promise<DataSharingReply> {
    for (let attempt = 0; ; attempt += 1) {
      const { params, headers } = await this.options.signer.sign('POST', request.path);
      const answer = await post({
        source: request.source,
        url: this.options.baseUrl + request.path,
        ...this.encode(request, params, headers),
        timeoutMs: this.options.timeoutMs ?? 5000,
      });
      const outcome = this.read(request.source, answer);
      if ('payload' in outcome) return outcome;
      if (outcome.refused === QUOTA_EXCEEDED) throw new SourceUnavailable(request.source, 'quota', QUOTA_EXCEEDED);
      if (attempt >= MAX_RETRIES || !(await this.options.signer.mayRetry(outcome.refused, params))) {
        const isSignature = ['03', '11', '14', '401'].includes(outcome.refused);
        throw new SourceUnavailable(request.source, isSignature ? 'signature' : 'refused', outcome.refused);
      }
    }
  }

  private encode(
    request: DataSharingRequest,
    params: Record<string, string>,
    headers: Record<string, string>,
  ): { headers: Record<string, string>; body: string } {
    const additional = JSON.stringify({
      ...this.options.matter,
      materialName: request.materialName,
      sponsorName: request.sponsor.name,
      sponsorCode: request.sponsor.code,
      projectId: '',
    });
    if (request.body.kind === 'xml') {
      // The body belongs to the SOAP service behind the platform, so everything of the platform goes into headers.
      const inHeaders = { ...headers, ...params, additional: encodeURIComponent(additional) };
      return { headers: { ...inHeaders, 'content-type': 'text/xml;charset=utf-8' }, body: request.body.text };
    }
    const fields = { ...request.body.fields, additional, ...params };
    return this.options.signer.encoding === 'json'
      ? { headers: { ...headers, 'content-type': 'application/json;charset=utf-8' }, body: JSON.stringify(fields) }
      : {
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
          body: new URLSearchParams(fields).toString(),
        };
  }

  private read(source: string, answer: HttpAnswer): DataSharingReply | { refused: string } {
    // The gateway itself answers 401 {"message"}, without a code.
    if (answer.status === 401) return { refused: '401' };
    const receipt = {
      source,
      at: new Date(this.options.clock()).toISOString(),
      sha256: createHash('sha256').update(answer.bytes).digest('hex'),
    };
    if (answer.status === 200 && answer.contentType.includes('xml')) {
      return { payload: answer.bytes.toString('utf8'), receipt };
    }
    const reply = readPlatformReply(source, answer);
    return reply.code === '00' ? { payload: unwrap(source, reply.datas), receipt } : { refused: reply.code };
  }
}

/** `datas` may be data, or JSON text whose own `{success, data, errorMsg}` then counts. */
function unwrap(source: string, datas: unknown): unknown {
  if (typeof datas !== 'string') return datas;
  if (datas === '') return undefined;
  const inner = parseJson(source, datas);
  if (typeof inner !== 'object' || inner === null || !('success' in inner)) return inner;
  if (inner.success !== true) throw new SourceUnavailable(source, 'refused', 'success=false');
  return 'data' in inner ? inner.data : undefined;
}
