/** What a hospital's billing platform says of one treatment. */
export interface HospitalBill {
  code: string;
  number: string;
  checkCode: string;
  /** YYYY-MM-DD. */
  issuedOn: string;
  state: 'normal' | 'reversed' | 'exchanged_paper';
  lines: ChargeLine[];
}

export interface ChargeLine {
  code: string;
  name: string;
  /** 01–14; blood has no category of its own. */
  category: string;
  amountFen: number;
}

/** Billing platform of one hospital. Throws `SourceUnavailable` when there is no answer. */
export interface HospitalBilling {
  /** `businessNumber` is the hospital's own number of the treatment (业务流水号). */
  billOfTreatment(businessNumber: string): Promise<HospitalBill | undefined>;
}
