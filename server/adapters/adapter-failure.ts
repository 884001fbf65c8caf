/**
 * Something that only our side can put right: a wrong secret, a template that does not exist, a reply that breaks the
 * protocol or carries a wrong signature. What a person can act on is a result kind instead.
 * `code` is the vendor's error code; the vendor's text stays out, because it may repeat what we sent.
 */
export class AdapterFailure extends Error {
  constructor(
    readonly system: string,
    readonly code: string,
  ) {
    super(`${system} failed: ${code}`);
    this.name = 'AdapterFailure';
  }
}
