/** What the simulated registers know. The caller fills it and may change it while the simulators run. */
export interface SimulatedRegister {
  persons: RegisteredPerson[];
  households: RegisteredHousehold[];
  marriages: RegisteredMarriage[];
  births: RegisteredBirth[];
  bills: RegisteredBill[];
}

export interface RegisteredPerson {
  name: string;
  docNumber: string;
  /** Read from `persons` alone. */
  isDeceased?: boolean;
}

export interface RegisteredHousehold {
  /** `relation`: code (GB/T 4761) or the Chinese word, as the police write YHZGX. */
  members: (RegisteredPerson & { relation: string })[];
}

export interface RegisteredMarriage {
  man: RegisteredPerson;
  woman: RegisteredPerson;
  /** YYYY-MM-DD. */
  date: string;
  kind: 'marriage' | 'divorce';
}

export interface RegisteredBirth {
  certificateNumber: string;
  child: { name: string; birthDate: string; docNumber?: string };
  mother: RegisteredPerson;
  father?: RegisteredPerson;
}

export interface RegisteredBill {
  code: string;
  number: string;
  checkCode: string;
  /** YYYY-MM-DD. */
  issuedOn: string;
  totalFen: number;
  status: 'normal' | 'reversed' | 'exchanged_paper' | 'partly_refunded';
  /** Of a partly refunded bill; a cent unless given. */
  refundFen?: number;
  payerName: string;
  patient: RegisteredPerson;
  hospitalCode: string;
  admittedOn: string;
  dischargedOn: string;
  items: { code: string; name: string; amountFen: number }[];
}

export const emptyRegister = (): SimulatedRegister => ({
  persons: [],
  households: [],
  marriages: [],
  births: [],
  bills: [],
});
