/** One road to the registers of police, civil affairs, health commission and finance; who signs it is a detail. */
export interface DataSharing {
  call(request: DataSharingRequest): Promise<DataSharingReply>;
}

export interface DataSharingRequest {
  /** Which register answers, as our evidence rows name it. */
  source: string;
  /** Path of the interface as granted, from the host on. */
  path: string;
  body: { kind: 'fields'; fields: Record<string, string> } | { kind: 'xml'; text: string };
  /** The platform's audit trail wants to know on whose behalf we ask and for which material. */
  sponsor: { name: string; code: string };
  materialName: string;
}

export interface DataSharingReply {
  /** `datas` with its layers of JSON text taken off, or the XML text. */
  payload: unknown;
  receipt: Receipt;
}

/** What an evidence row keeps of an answer: enough to show later what was said, without keeping the data itself. */
export interface Receipt {
  source: string;
  /** Instant of the answer. */
  at: string;
  /** SHA-256, lower hex, of the bytes of the answer. */
  sha256: string;
}

export type UnavailableReason = 'network' | 'signature' | 'quota' | 'refused' | 'malformed';

/** The source gave no answer that counts. Says nothing about the person: never to be read as "not found". */
export class SourceUnavailable extends Error {
  constructor(
    readonly source: string,
    readonly reason: UnavailableReason,
    /** The vendor's own code, for the log; never a text that may carry personal data. */
    readonly vendorCode?: string,
  ) {
    super(`${source} unavailable: ${reason}${vendorCode === undefined ? '' : ` (${vendorCode})`}`);
    this.name = 'SourceUnavailable';
  }
}

/** Adds what the protocol asks for. `params` travel as form fields, or as headers where the body is XML. */
export interface RequestSigner {
  encoding: 'form' | 'json';
  sign(method: string, path: string): Promise<{ params: Record<string, string>; headers: Record<string, string> }>;
  /** Told that a call was refused; true when a newly signed attempt can succeed. */
  mayRetry(vendorCode: string, params: Record<string, string>): Promise<boolean>;
}

/** Milliseconds since 1970. */
export type Clock = () => number;
