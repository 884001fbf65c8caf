import { Entity, Index } from 'typeorm';
import type { WaiverRelation } from '@rules/waiver';
import type { KinshipVerdict } from '@rules/kinship';
import { At, Code, Day, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

export type ClaimState =
  | 'awaiting_consent'
  | 'checking'
  | 'needs_commitment'
  | 'needs_person'
  | 'needs_material'
  | 'approved'
  | 'refused'
  | 'paying'
  | 'paid'
  | 'withdrawn';

/** One waiver for one stay of one patient from one donor's balance: claimed online or settled at discharge. */
@Entity('waiver_claim')
@Index('ux_waiver_claim_number', ['number'], { unique: true })
@Index('ux_waiver_claim_open', ['openKey'], { unique: true })
@Index('ux_waiver_claim_reference', ['hospitalId', 'hospitalReference'], { unique: true })
@Index('ix_waiver_claim_patient', ['patientIndex', 'createdAt'])
@Index('ix_waiver_claim_claimant', ['claimantId', 'createdAt'])
@Index('ix_waiver_claim_state', ['state', 'createdAt', 'id'])
@Index('ix_waiver_claim_queue', ['state', 'waitsSince', 'id'])
@Index('ix_waiver_claim_settled', ['hospitalId', 'settledOn'])
export class WaiverClaim {
  @Id() id!: string;
  @Code(20) number!: string;
  @Code(10) via!: 'online' | 'hospital';
  @Code(20) state!: ClaimState;
  @Code(20) relation!: WaiverRelation;
  /** Across provinces: what happened elsewhere. `treated`: the bill is not in the registers here. Null for all others. */
  @Code(10, { nullable: true }) crossing!: 'donated' | 'treated' | null;
  @Ref() donorId!: string;
  /** Blind index of the patient's document: a patient at a discharge desk need not have an account. */
  @Code(64) patientIndex!: string;
  /** Who claims: the patient or, for a child, a parent. Null for a settlement. */
  @Ref({ nullable: true }) claimantId!: string | null;
  /** JSON of name, document type and number. */
  @LongText() patientSealed!: string;
  @Ref() hospitalId!: string;
  @Day() admittedOn!: string;
  @Day() dischargedOn!: string;
  /** The hospital's own number of the settlement; null online. */
  @Code(64, { nullable: true }) hospitalReference!: string | null;
  /** Hash of what the hospital sent, to tell a repetition from another settlement under the same number. */
  @Code(64, { nullable: true }) requestHash!: string | null;
  /** Patient, donor and stay while the claim is alive; null afterwards, so that a new one may follow a refusal. */
  @Code(64, { nullable: true }) openKey!: string | null;
  @Code(20, { nullable: true }) kinship!: KinshipVerdict | 'not_needed' | null;
  @Whole({ nullable: true }) bloodFeeFen!: number | null;
  /** What stays waived. */
  @Whole({ nullable: true }) waivedFen!: number | null;
  /** What was waived once and taken back because the hospital refunded a part of the bill. */
  @Whole({ default: 0 }) givenBackFen!: number;
  @Code(20, { nullable: true }) clause!: string | null;
  /** Edition of the rules that decided. */
  @Code(40, { nullable: true }) edition!: string | null;
  /** Why, in Chinese; names no health fact. */
  @Code(500, { nullable: true }) reason!: string | null;
  /** JSON list of reason ids: why a person must look. */
  @LongText({ nullable: true }) reasons!: string | null;
  /** JSON of the five elements of a bill that the claimant typed in. */
  @LongText({ nullable: true }) billSealed!: string | null;
  /** Snapshot of the formula as it stood at the decision, JSON. */
  @LongText({ nullable: true }) lines!: string | null;
  /** When the patient agreed to the look-ups, and to which wording; null for a settlement, where the hospital asks. */
  @At({ nullable: true }) lookupConsentAt!: string | null;
  @Day({ nullable: true }) settledOn!: string | null;
  /** From when the promised days count: the claim, the answer to a question, the appeal. Null for a settlement. */
  @At({ nullable: true }) waitsSince!: string | null;
  /** The reviewer who has it in hand, until the lease ends. */
  @Ref({ nullable: true }) reviewerId!: string | null;
  @At({ nullable: true }) leaseUntil!: string | null;
  /** The reviewer who refused; null when the rules did. */
  @Ref({ nullable: true }) decidedBy!: string | null;
  @At({ nullable: true }) decidedAt!: string | null;
  @At() createdAt!: string;
  @At() updatedAt!: string;
}
