import type { Input } from '@contract/endpoint';
import type { previewSettlement } from '@contract/waivers';
import { bloodFee } from '@rules/blood-products';
import { type WaiverRelation, waivableFen } from '@rules/waiver';
import { type Person, getPerson } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { findRow } from '@server/platform/db/rows';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { checkDeskConsent } from './desk-consent';
import { findOpenFen } from './find-duplicate-bill';
import { type Tie, findTies } from './find-ties';
import { type Party, documentIndex, findDonorNamed, partyNamed, partyOf } from './parties';
import { WaiverClaim } from './waiver-claim.entity';

export type SettlementCommand = Input<typeof previewSettlement>;

/** A settlement whose facts are known, before the registers are asked. */
export interface PreparedSettlement {
  command: SettlementCommand;
  hospitalId: string;
  hospitalCode: string;
  hospitalName: string;
  donorId: string;
  donor: Party;
  patient: Party;
  relation: WaiverRelation;
  bloodFeeFen: number;
  /** Of it, what no other donor's settlement or claim has waived yet. */
  openFen: number;
  /** A line names blood, but may be something else; it is not counted. */
  hasUnclearLines: boolean;
  /** The settlement that this reference already stands for. */
  earlier: WaiverClaim | undefined;
}

/** Who signs once more for the same bill settles nothing else. */
export const requestHash = ({ consent: _, ...facts }: SettlementCommand): string => sha256(JSON.stringify(facts));

export async function prepareSettlement(tx: Tx, command: SettlementCommand): Promise<PreparedSettlement> {
  const hospital = await getOrganization(tx, organizationOf(tx.actor));
  const earlier = await findSettlement(tx, hospital.id, command.hospitalReference);
  checkDeskConsent(tx, command);
  if (command.dischargedOn < command.admittedOn) throw new Refusal('DATES_REVERSED', 'bad_input');
  // The day decides which edition holds and which donations still count.
  if (command.dischargedOn > tx.today) throw badField('dischargedOn', 'in_future');
  const { feeFen, isUnclear } = bloodFee(command.lines, hospital.code, command.dischargedOn);
  // A repetition stays with the donor of the first time, whoever would be found today.
  const { donorId, relation, person } = earlier
    ? { ...earlier, person: undefined }
    : await findTie(tx, command, feeFen);
  tx.subject(donorId);
  const patientIndex = documentIndex(tx.app, command.patient.document);
  const bill = { code: command.billCode, number: command.billNumber };
  const openFen = await findOpenFen(tx, { id: '', donorId, patientIndex }, bill, feeFen);
  if (!earlier && openFen === undefined) throw new Refusal('BILL_USED', 'conflict');
  return {
    command,
    hospitalId: hospital.id,
    hospitalCode: hospital.code,
    hospitalName: hospital.name,
    donorId,
    donor: partyOf(tx, person ?? (await getPerson(tx, donorId))),
    patient: partyNamed(command.patient),
    relation,
    bloodFeeFen: feeFen,
    openFen: openFen ?? 0,
    hasUnclearLines: isUnclear,
    earlier,
  };
}

/** Whose volume it is: as the hospital names it, or the one among those known that waives most of this bill. */
async function findTie(
  tx: Tx,
  { donor: named, patient, dischargedOn }: SettlementCommand,
  bloodFeeFen: number,
): Promise<{ donorId: string; relation: WaiverRelation; person?: Person }> {
  if (named.who === 'found') {
    const ties = await findTies(tx, patient, dischargedOn);
    const waives = ({ entitlement }: Tie) => waivableFen(entitlement, bloodFeeFen);
    // The patient's own record stands first and stays first among equals: it costs no relative anything.
    const best = ties.reduce<Tie | undefined>((a, b) => (a && waives(a) >= waives(b) ? a : b), undefined);
    if (!best) throw new Refusal('DONOR_NOT_FOUND', 'conflict');
    return best;
  }
  const person = await findDonorNamed(tx, named.who === 'self' ? patient : named);
  if (!person) throw new Refusal('DONOR_NOT_FOUND', 'conflict');
  return { donorId: person.id, relation: named.who === 'self' ? 'self' : named.relation, person };
}

export async function findSettlement(
  tx: Tx,
  hospitalId: string,
  hospitalReference: string,
): Promise<WaiverClaim | undefined> {
  return (await findRow(tx.em, WaiverClaim, { hospitalId, hospitalReference })) ?? undefined;
}
