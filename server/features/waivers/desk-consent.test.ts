import type { InputDraft } from '@contract/endpoint';
import { getClaim, getSettlement, listClaims, previewSettlement, settleWaiver } from '@contract/waivers';
import { deskConsentText } from '@rules/waiver-texts';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { type TestPerson, aDonor } from '@server/testing/builders/people';
import { type TestMachine, asCitizen, asMachine, asStaff } from '@server/testing/builders/sessions';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import { aDonation } from '@server/testing/builders/waivers';
import type { TestApp } from '@server/testing/test-app';
import { DeskConsent } from './desk-consent.entity';

type Draft = InputDraft<typeof settleWaiver>;

const world = waiverWorld();
let test: TestApp;
let clerk: string;
let his: TestMachine;
let donor: TestPerson;

beforeEach(async () => {
  test = world.test;
  clerk = (await asStaff(test, 'clerk', { organizationId: world.hospital.id })).token;
  his = await asMachine(test, 'hospital', world.hospital.id);
  donor = await aDonor(test, { name: '测试献血', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10');
});

const { version } = deskConsentText;
const strokes: [number, number][][] = [Array.from({ length: 30 }, (_, n): [number, number] => [n * 30, 200 + (n % 5)])];
const signed = { how: 'signed', version, signer: { who: 'patient' }, signature: { strokes } } as const;
const kept = {
  how: 'kept_by_hospital',
  version,
  signer: { who: 'patient' },
  signedAt: '2026-03-05T00:30:00.000Z',
  documentNumber: 'TY-0001',
} as const;
const bill = (consent?: Draft['consent']): Draft => ({
  hospitalReference: 'HIS-0001',
  patient: { name: donor.name, document: { ...donor.document } },
  donor: { who: 'self' },
  ...{ admittedOn: '2026-03-01', dischargedOn: '2026-03-05', billCode: '33060126', billNumber: '2000000001' },
  lines: [{ code: 'B01', name: '悬浮红细胞', amountFen: 30_000 }],
  consent,
});
const consents = () => test.inTransaction(tx => tx.em.find(DeskConsent));

describe('the consent of the patient at the service’s own desk', () => {
  it.each<[string, Draft['consent'], string]>([
    ['none', undefined, 'CONSENT_MISSING'],
    ['one that somebody else keeps', kept, 'CONSENT_MISSING'],
    ['to an older text', { ...signed, version: '2025-01' }, 'CONSENT_VERSION_OLD'],
    ['a dot', { ...signed, signature: { strokes: [[[5, 5]]] } }, 'SIGNATURE_TOO_SHORT'],
  ])('%s: nothing is looked up and nothing settled', async (_case, consent, code) => {
    for (const endpoint of [previewSettlement, settleWaiver])
      expect(await test.call(endpoint, bill(consent), { as: clerk })).toMatchObject({ code });
    expect(await consents()).toEqual([]);
    // Not even who the donor is was found out.
    const lines = await test.inTransaction(tx => tx.em.findBy(AuditLine, { action: 'waiver.preview' }));
    expect(lines.every(({ subjectId }) => subjectId === null)).toBe(true);
  });

  it.each<[string, Draft['consent'], string, string]>([
    ['the patient', signed, 'patient', '患者在结算窗口签名同意办理（版本 2026-11）。'],
    [
      'a relative',
      { ...signed, signer: { who: 'relative', name: '测试母亲' } },
      'relative',
      '患者的亲属在结算窗口签名同意办理（版本 2026-11）。',
    ],
  ])(
    'signed by %s stands with time, version and hash in the record and in the answer',
    async (_who, consent, who, text) => {
      const preview = await test.get(previewSettlement, bill(consent), { as: clerk });
      expect(preview.consent).toBeNull();
      const settled = await test.get(settleWaiver, bill(consent), { as: clerk });
      expect(settled.consent).toMatchObject({ how: 'signed', signer: who, version, signedAt: test.clock.now() });
      const [row] = await consents();
      expect(settled.consent?.sha256).toBe(row?.sha256);
      expect(row?.sealed).not.toContain('测试');
      const { token } = await asCitizen(test, donor);
      const [claim] = (await test.get(listClaims, {}, { as: token })).items;
      const { evidence } = await test.get(getClaim, { claimId: claim?.id ?? '' }, { as: token });
      expect(evidence).toContainEqual(expect.objectContaining({ kind: 'consent', source: '减免办理同意书', text }));
    },
  );

  it('is kept once: who signs once more for the same bill gets the same settlement', async () => {
    const first = await test.get(settleWaiver, bill(signed), { as: clerk });
    const again = { ...signed, signature: { strokes: [...strokes, ...strokes] } };
    expect(await test.get(settleWaiver, bill(again), { as: clerk })).toEqual(first);
    expect(await consents()).toHaveLength(1);
  });
});

describe('the consent in a hospital’s own system', () => {
  it('is asked for there; what is told of it stands in the record', async () => {
    const settled = await his.call(settleWaiver, bill(kept));
    expect(settled).toMatchObject({
      value: { consent: { how: 'kept_by_hospital', signer: 'patient', signedAt: kept.signedAt } },
    });
    const found = await his.call(getSettlement, { hospitalReference: 'HIS-0001' });
    expect(found).toMatchObject({ value: { consent: { how: 'kept_by_hospital' } } });
  });

  it('need not be told of, and is not of tomorrow', async () => {
    expect(await his.call(settleWaiver, bill({ ...kept, signedAt: '2026-03-06T00:00:00.000Z' }))).toMatchObject({
      details: { fields: [{ field: 'consent.signedAt' }] },
    });
    expect(await his.call(settleWaiver, bill())).toMatchObject({ value: { state: 'settled', consent: null } });
  });
});
