import type { Receipt } from '../data-sharing/port';

export interface PersonAsked {
  name: string;
  docNumber: string;
}

export interface HouseholdMember {
  name: string;
  docNumber: string;
  /** YHZGX as delivered: a code or a Chinese word; `@rules/kinship` reads both. */
  toHead: string;
}

/** Population and household registers of the police. Every method throws `SourceUnavailable` when there is no answer. */
export interface PublicSecurity {
  /** `mismatched`: the document is another's, or the name is written in other characters. */
  verifyIdentity(
    person: PersonAsked,
  ): Promise<{ result: 'matched' | 'mismatched' | 'not_found' | 'deceased'; receipt: Receipt }>;
  /** Members of the book in which the person stands; empty when the register knows none. */
  household(person: PersonAsked): Promise<{ members: HouseholdMember[]; receipt: Receipt }>;
}
