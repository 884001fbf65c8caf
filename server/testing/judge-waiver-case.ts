import { testIdCard } from '@rules/identifiers';
import { waiverEntitlement } from '@rules/waiver';
import {
  type BillFacts,
  type IdentityFact,
  type WaiverDecision,
  decideWaiver,
  isListedRelation,
} from '@rules/waiver-decision';
import type { CaseBill, Register, Role, WaiverCase } from '@rules/waiver-cases/model';
import { LiveCivilAffairs } from '@server/adapters/civil-affairs/live';
import { CIVIL_AFFAIRS_PATHS, civilAffairsInterfaces } from '@server/adapters/civil-affairs/simulator';
import { type DataSharing, SourceUnavailable } from '@server/adapters/data-sharing/port';
import { type RegisteredBill, type SimulatedRegister, emptyRegister } from '@server/adapters/data-sharing/register';
import { LiveFinance } from '@server/adapters/finance/live';
import { FINANCE_PATHS, financeInterfaces } from '@server/adapters/finance/simulator';
import { LivePublicSecurity } from '@server/adapters/public-security/live';
import { PUBLIC_SECURITY_PATHS, publicSecurityInterfaces } from '@server/adapters/public-security/simulator';
import { clauseOf } from '@server/features/waivers/explain-entitlement';
import { gatherKinship } from '@server/features/waivers/gather-kinship';
import { judgeBills } from '@server/features/waivers/judge-bills';
import type { Party } from '@server/features/waivers/parties';

/** Order gives everybody another serial; nobody's number, since no region ends in 00. */
const roles: readonly Role[] = [
  ...(['donor', 'patient', 'wife', 'husband', 'mother', 'father', 'gran', 'other', 'twin', 'guardian'] as const),
];

export function partyOfCase({ people, relation }: WaiverCase, role: Role): Party {
  const person = people[role];
  if (!person) throw new RangeError(`nobody plays ${role}`);
  // The donor who is also the patient or the guardian is one person.
  const isDonor = role !== 'donor' && people.donor?.name === person.name && people.donor.born === person.born;
  const serial =
    900 + 2 * roles.indexOf(isDonor || relation === 'self' ? 'donor' : role) + (person.sex === 'male' ? 1 : 0);
  return {
    name: person.name,
    sex: person.sex,
    birthDate: person.born,
    docType: person.passport === undefined ? 'id_card' : 'passport',
    docNumber: person.passport ?? testIdCard('330100', person.born, String(serial)),
  };
}

/** 18 digits → the 15 of an old card. */
const inFifteen = (number: string): string => number.slice(0, 6) + number.slice(8, 17);

export const caseHospital = 'H1';

/** The registers of the case as the simulators hold them. */
export function registerOf(given: WaiverCase): SimulatedRegister {
  const { world } = given;
  const registered = (role: Role) => {
    const { name, docNumber } = partyOfCase(given, role);
    return {
      name: world.writes?.[role] ?? name,
      docNumber: world.old?.includes(role) ? inFifteen(docNumber) : docNumber,
    };
  };
  const cast = roles.filter(role => given.people[role]);
  return {
    ...emptyRegister(),
    persons: cast.map(role => ({
      ...registered(role),
      docNumber: partyOfCase(given, role).docNumber,
      isDeceased: world.deceased?.includes(role) === true,
    })),
    households: (world.books ?? []).map(members => ({
      members: members.map(([role, relation]) => ({ ...registered(role), relation })),
    })),
    marriages: (world.marriages ?? []).map(([man, woman, date, kind]) => ({
      ...{ man: registered(man), woman: registered(woman), date, kind },
    })),
    births: (world.births ?? []).map(({ child, mother, father, withNumber }, at) => ({
      certificateNumber: `T33${at}`,
      child: {
        name: registered(child).name,
        birthDate: partyOfCase(given, child).birthDate ?? '',
        ...(withNumber ? { docNumber: registered(child).docNumber } : {}),
      },
      mother: registered(mother),
      ...(father ? { father: registered(father) } : {}),
    })),
    bills: given.bills.map(bill => billOfCase(given, bill)),
  };
}

function billOfCase(given: WaiverCase, bill: CaseBill): RegisteredBill {
  const patient = partyOfCase(given, bill.patientIs ?? 'patient');
  const name = partyOfCase(given, 'patient').name;
  const items = bill.items.map(([line, amountFen], at) => ({ code: `L${at}`, name: line, amountFen }));
  const sum = items.reduce((fen, { amountFen }) => fen + amountFen, 0);
  return {
    ...{ code: '33060126', number: bill.number, checkCode: 'a1b2c3', status: bill.status, items, ...given.stay },
    issuedOn: bill.issuedOn ?? given.stay.dischargedOn,
    totalFen: bill.totalFen ?? sum,
    ...(bill.refundFen === undefined ? {} : { refundFen: bill.refundFen }),
    payerName: bill.payerName ?? name,
    patient: {
      name: bill.patientName ?? name,
      docNumber: bill.oldNumber ? inFifteen(patient.docNumber) : patient.docNumber,
    },
    hospitalCode: bill.hospital ?? caseHospital,
  };
}

/** The simulators' answers without the wire: for hundreds of cases in a second. Signatures have tests of their own. */
function directly(register: SimulatedRegister, down: readonly Register[] = []): DataSharing {
  const interfaces = {
    ...publicSecurityInterfaces(register),
    ...civilAffairsInterfaces(register),
    ...financeInterfaces(register),
  };
  const broken = down.flatMap(kind => brokenPaths[kind]);
  return {
    call(request) {
      const answer = interfaces[request.path];
      if (!answer || broken.includes(request.path))
        return Promise.reject(new SourceUnavailable(request.source, 'network', '502'));
      const { body, path, source } = request;
      const said = answer(body.kind === 'xml' ? { fields: {}, body: body.text } : { fields: body.fields, body: '' });
      const payload = 'xml' in said ? said.xml : unwrapped(said.datas);
      return Promise.resolve({ payload, receipt: { source, at: '2026-03-05T00:00:00.000Z', sha256: path } });
    },
  };
}

export const brokenPaths: Readonly<Record<Register, string[]>> = {
  population: [PUBLIC_SECURITY_PATHS.population],
  household: [PUBLIC_SECURITY_PATHS.household],
  marriage: [CIVIL_AFFAIRS_PATHS.marriage],
  birth: [CIVIL_AFFAIRS_PATHS.birth],
  bill: [FINANCE_PATHS.find, FINANCE_PATHS.verify],
};

function unwrapped(datas: unknown): unknown {
  if (typeof datas !== 'string' || datas === '') return datas;
  return (JSON.parse(datas) as { data: unknown }).data;
}

/** The whole decision of a case: registers read, kinship chained, bills judged, rule applied. */
export async function judgeWaiverCase(given: WaiverCase): Promise<WaiverDecision> {
  const transport = directly(registerOf(given), given.world.down);
  const sources = {
    publicSecurity: new LivePublicSecurity({ transport, paths: PUBLIC_SECURITY_PATHS }),
    civilAffairs: new LiveCivilAffairs({ transport, paths: CIVIL_AFFAIRS_PATHS }),
  };
  const { relation, consent } = given;
  const [donor, patient] = [partyOfCase(given, 'donor'), partyOfCase(given, 'patient')];
  const guardian = given.byGuardian ? partyOfCase(given, 'guardian') : undefined;
  const isAsked = isListedRelation(relation) && relation !== 'self' && consent !== 'no_answer';
  const isDonorClaiming = guardian?.docNumber === donor.docNumber;
  const nothing = { verdict: 'not_needed' as const, isStep: false };
  const identity = async (party: Party, isNeeded: boolean): Promise<IdentityFact> => {
    if (!isNeeded || party.docType !== 'id_card') return 'not_needed';
    return sources.publicSecurity.verifyIdentity(party).then(
      ({ result }) => result,
      () => 'unavailable',
    );
  };
  const entitlement = waiverEntitlement({
    donor: { rhd: given.rhd },
    history: given.donations.map(({ on, type, ml }, at) => ({
      id: `d${at}`,
      on,
      type,
      ...(ml === null ? {} : { volumeMl: ml }),
    })),
    relation,
    usedOn: given.stay.dischargedOn,
    spent: given.usedMl === undefined ? [] : [{ donationId: 'd0', by: 'relative', ml: given.usedMl }],
  });
  return decideWaiver({
    relation,
    consent,
    donorIdentity: await identity(donor, isAsked && !isDonorClaiming),
    patientIdentity: await identity(patient, guardian !== undefined),
    guardian:
      guardian && !isDonorClaiming
        ? (await gatherKinship(sources, { donor: patient, patient: guardian, claimed: 'parent' })).verdict
        : 'not_needed',
    kinship: isAsked ? await gatherKinship(sources, { donor, patient, claimed: relation }) : nothing,
    letterSigned: given.letter,
    bills: await judgedBills(given, transport, patient),
    entitlement: { ...entitlement, clause: clauseOf(entitlement) },
    usedOn: given.stay.dischargedOn,
  });
}

async function judgedBills(
  given: WaiverCase,
  transport: DataSharing,
  patient: Party,
): Promise<BillFacts[] | 'unavailable'> {
  const finance = new LiveFinance({ transport, paths: FINANCE_PATHS });
  const { book, stay } = given;
  const asked = { patient, hospitalCode: caseHospital, ...stay };
  const typed = given.bills[0] ? billOfCase(given, given.bills[0]) : undefined;
  const elements = typed ?? {
    code: '33060126',
    number: '9999999999',
    checkCode: 'zzzzzz',
    issuedOn: '2026-03-04',
    totalFen: 1,
  };
  try {
    const verified = async () => {
      const { result } = await finance.verifyBill(elements, { name: patient.name, code: patient.docNumber });
      return result.valid ? [result.bill] : [];
    };
    const found = given.typed ? await verified() : (await finance.findBills(asked)).bills;
    return judgeBills(found, { ...asked, fingerprint: text => text }).map(({ facts, bloodFeeFen }) => ({
      ...facts,
      waivedFen: book.ofSameDonor ? bloodFeeFen : (book.waivedFen ?? 0),
      waivedOnTwinFen: book.twinFen ?? 0,
      isHeldByOther: book.ofOtherPatient === true,
    }));
  } catch (error) {
    if (error instanceof SourceUnavailable) return 'unavailable';
    throw error;
  }
}

export const isExpected = ({ expected }: WaiverCase, decision: WaiverDecision): boolean => {
  if (decision.answer === 'yes') return expected.answer === 'yes' && expected.fen === decision.waivedFen;
  if (decision.answer === 'no') return expected.answer === 'no' && expected.clause === decision.clause;
  return expected.answer === 'person' && [...expected.reasons].sort().join() === [...decision.reasons].sort().join();
};
