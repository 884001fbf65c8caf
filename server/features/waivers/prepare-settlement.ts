import type { Input } from '@contract/endpoint';
import type { previewSettlement } from '@contract/waivers';
import { bloodFee } from '@rules/blood-products';
import type { WaiverRelation } from '@rules/waiver';
import { getPerson } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findDuplicate } from './find-duplicate-bill';
import { type Party, findDonorNamed, partyNamed, partyOf } from './parties';
import { WaiverClaim } from './waiver-claim.entity';

export type SettlementCommand = Input<typeof previewSettlement>;

/** A settlement whose facts are known, before the registers are asked. */
export interface PreparedSettlement {
  command: SettlementCommand;
  hospitalId: string;
  donorId: string;
  donor: Party;
  patient: Party;
  relation: WaiverRelation;
  bloodFeeFen: number;
  /** A line names blood, but may be something else; it is not counted. */
  hasUnclearLines: boolean;
  /** The settlement that this reference already stands for. */
  earlier: WaiverClaim | undefined;
}

export const requestHash = (command: SettlementCommand): string => sha256(JSON.stringify(command));

export async function prepareSettlement(tx: Tx, command: SettlementCommand): Promise<PreparedSettlement> {
  const hospital = await getOrganization(tx, organizationOf(tx.actor));
  const earlier = await findSettlement(tx, hospital.id, command.hospitalReference);
  if (command.dischargedOn < command.admittedOn) throw new Refusal('DATES_REVERSED', 'bad_input');
  // The day decides which edition holds and which donations still count.
  if (command.dischargedOn > tx.today) throw badField('dischargedOn', 'in_future');
  const { donor: named, patient } = command;
  const person = await findDonorNamed(tx, named.who === 'self' ? patient : named);
  if (!person) throw new Refusal('DONOR_NOT_FOUND', 'conflict');
  tx.subject(person.id);
  const bill = { code: command.billCode, number: command.billNumber };
  if (await findDuplicate(tx, earlier?.id, [bill])) throw new Refusal('BILL_USED', 'conflict');
  const { feeFen, isUnclear } = bloodFee(command.lines, hospital.code, command.dischargedOn);
  return {
    command,
    hospitalId: hospital.id,
    donorId: person.id,
    donor: partyOf(tx, await getPerson(tx, person.id)),
    patient: partyNamed(patient),
    relation: named.who === 'self' ? 'self' : named.relation,
    bloodFeeFen: feeFen,
    hasUnclearLines: isUnclear,
    earlier,
  };
}

export async function findSettlement(
  tx: Tx,
  hospitalId: string,
  hospitalReference: string,
): Promise<WaiverClaim | undefined> {
  return (await tx.em.findOneBy(WaiverClaim, { hospitalId, hospitalReference })) ?? undefined;
}
