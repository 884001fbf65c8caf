import type { Receipt } from '../data-sharing/port';

export interface CitizenAsked {
  name: string;
  docNumber: string;
  sex: 'male' | 'female';
  /** YYYY-MM-DD. */
  birthDate: string;
}

export interface RegisteredSpouse {
  name: string;
  docNumber: string;
}

/** The newest registration decides; older ones are history. */
export type MaritalStatus =
  { state: 'married' | 'divorced'; with: RegisteredSpouse; registeredOn: string } | { state: 'none' };

export interface BirthParent {
  name: string;
  docNumber: string;
}

export interface BirthRecord {
  certificateNumber: string;
  child: { name: string; birthDate: string; docNumber?: string };
  mother: BirthParent;
  father?: BirthParent;
}

/** Marriages (民政) and birth certificates (卫健委). Every method throws `SourceUnavailable` when there is no answer. */
export interface CivilAffairs {
  maritalStatus(person: CitizenAsked): Promise<{ status: MaritalStatus; receipt: Receipt }>;
  /** Births of this mother; one birth when the number of the certificate is given. */
  births(asked: {
    motherName: string;
    motherDocNumber: string;
    certificateNumber?: string;
  }): Promise<{ births: BirthRecord[]; receipt: Receipt }>;
}
