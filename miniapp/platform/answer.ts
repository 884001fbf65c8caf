/** Facts that a refusal carries. Never personal data. */
export type Details = Readonly<Record<string, unknown>>;

/** What did not come from the rules: no connection, or something that should not have happened. */
export type Trouble = 'OFFLINE' | 'DEFECT';

export type Answer<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T; readonly requestId: string | null }
  | { readonly ok: false; readonly code: Code | Trouble; readonly details: Details; readonly requestId: string | null };

export const offline = { ok: false, code: 'OFFLINE', details: {}, requestId: null } as const;
export const defect = (requestId: string | null) => ({ ok: false, code: 'DEFECT', details: {}, requestId }) as const;
