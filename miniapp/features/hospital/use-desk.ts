import { useState } from 'react';
import { type InputDraft, type Output } from '@contract/endpoint';
import { findDeskBills, openDeskCode } from '@contract/hospital-desk';
import { fieldId, showElement } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { readScanned } from './scanned';
import { type SettleDraft, partyInput, problemsOf } from './settle-form';
import { type SettlementWork } from './use-settlement';
import { say } from './words';

export type DeskBill = Output<typeof findDeskBills>['items'][number];
const showField = (path: string): void => showElement(fieldId(path));
type By = InputDraft<typeof findDeskBills>['by'];

const stayFields = ['patient.name', 'patient.document.docNumber', 'admittedOn', 'dischargedOn'];

/** The draft as the bill fills it. Of a bill that was scanned, the patient too. */
function filled(draft: SettleDraft, bill: DeskBill): SettleDraft {
  const { name, docNumber } = bill.patient;
  return {
    ...draft,
    patient: draft.patient.name === '' ? { name, docType: 'id_card', docNumber } : draft.patient,
    admittedOn: bill.admittedOn,
    dischargedOn: bill.dischargedOn,
    hospitalReference: bill.reference,
    billCode: bill.code,
    billNumber: bill.number,
    lines: bill.lines.map(line => ({ name: line.name, amount: (line.amountFen / 100).toFixed(2) })),
  };
}

/** What the desk need not type: who stands there, and the bill of the stay. */
export function useDesk(work: SettlementWork) {
  const [bills, setBills] = useState<readonly DeskBill[] | null>(null);
  const [isManual, setManual] = useState(false);
  const [scan, setScan] = useState('');
  const [note, setNote] = useState('');
  const finding = useCommand(findDeskBills);
  const opening = useCommand(openDeskCode);
  const { draft } = work;

  const choose = async (bill: DeskBill) => {
    const next = filled(draft, bill);
    work.fill(next);
    await work.preview(next);
  };

  const find = async (by: By) => {
    setNote('');
    const answer = await finding.run({ by });
    if (!answer) return;
    if (!answer.ok) return setNote(say(answer));
    const { items } = answer.value;
    setBills(items);
    setManual(items.length === 0);
    const alive = items.filter(({ status }) => status !== 'reversed');
    if (alive.length === 0) setNote('没有查到本院这次住院的有效票据。请核对日期，或按票据手工录入。');
    const [only] = alive;
    if (only && alive.length === 1) await choose(only);
  };

  const findByStay = async () => {
    const problems = Object.entries(problemsOf(draft)).filter(([field]) => stayFields.includes(field));
    if (work.report(Object.fromEntries(problems))) return;
    const { admittedOn, dischargedOn } = draft;
    await find({ what: 'stay', patient: partyInput(draft.patient), admittedOn, dischargedOn });
  };

  const read = async (text: string) => {
    setScan('');
    setNote('');
    const scanned = readScanned(text);
    if (scanned.what === 'bill') return find({ what: 'bill', elements: scanned.elements });
    if (scanned.what === 'document') {
      work.change({ patient: { ...draft.patient, docType: 'id_card', docNumber: scanned.docNumber } });
      return showField('patient.name');
    }
    if (scanned.what === 'unknown') return setNote('没有认出这个码。请扫患者手机上的“出院减免码”或票据上的二维码。');
    const answer = await opening.run({ code: scanned.code });
    if (!answer) return;
    if (!answer.ok) return setNote(say(answer));
    const { name, document } = answer.value;
    work.change({ patient: { name, ...document } });
    showField('admittedOn');
  };

  return {
    bills,
    isManual,
    scan,
    note,
    busy: finding.busy || opening.busy,
    /** Whether there is a bill to preview. */
    hasBill: isManual || draft.billNumber !== '',
    setScan,
    read,
    findByStay,
    choose,
    typeByHand: () => setManual(true),
    next: () => {
      setBills(null);
      setManual(false);
      setNote('');
      work.next();
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
