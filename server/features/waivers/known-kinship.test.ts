import type { Input } from '@contract/endpoint';
import { listLinkedRelatives } from '@contract/waiver-evidence';
import { getClaim, startClaim } from '@contract/waivers';
import { type ApprovedClaim, claimsTest } from '@server/testing/builders/payouts';
import { asCitizen } from '@server/testing/builders/sessions';
import { aBill } from '@server/testing/builders/waivers';

const day = 24 * 3600;
const world = claimsTest();
let first: ApprovedClaim;
let as: string;

/** The household books are empty from here on: what is proved now was proved before. */
beforeEach(async () => {
  first = await world.approvedClaim();
  as = first.token;
  world.register.households.length = 0;
});

const relatives = async (token = as) => (await world.test.get(listLinkedRelatives, {}, { as: token })).items;
const later = { admittedOn: '2026-03-04', dischargedOn: '2026-03-05' };
const again = async (donor: Input<typeof startClaim>['donor'], token = as) => {
  const answer = await world.test.call(
    startClaim,
    { donor, relation: 'parent', hospitalCode: world.hospital.code, ...later, lookupConsent: true },
    { as: token },
  );
  if (!answer.ok) return answer;
  await world.test.drain();
  return world.test.get(getClaim, { claimId: answer.value.id }, { as: token });
};
const linked = async () => {
  const [link] = await relatives();
  if (!link) throw new Error('no relative is linked');
  return { who: 'linked' as const, linkId: link.linkId };
};

describe('a relative whom a register has proved', () => {
  it('stands in the list of the person, masked, with the age of the proof', async () => {
    expect(await relatives()).toEqual([
      {
        linkId: first.claimId,
        donorMaskedName: '*试献血',
        relation: 'parent',
        provedOn: '2026-03-05',
        freshUntil: '2027-03-05',
      },
    ]);
    expect(await relatives((await asCitizen(world.test)).token)).toEqual([]);
  });

  it('is named in another claim without typing anything, and no register is asked again', async () => {
    aBill(world.register, first.patient, world.hospital.code, { ...later, bloodFen: 10_000 });
    // The donor's 880 yuan are used up: what counts here is how the kinship stands.
    const claim = await again(await linked());
    expect(claim).toMatchObject({ donorMaskedName: '*试献血' });
    const kinship = 'evidence' in claim ? claim.evidence.filter(({ kind }) => kind === 'kinship') : [];
    expect(kinship).toMatchObject([{ result: 'proved', source: expect.stringMatching(/^沿用 2026-03-05 的查询：/) }]);
  });

  it('is asked about again when the proof is older than the rule, and a proof that points back renews nothing', async () => {
    await again(await linked());
    world.test.clock.advance(366 * day);
    as = (await asCitizen(world.test, first.patient)).token;
    expect(await relatives()).toMatchObject([{ provedOn: '2026-03-05', freshUntil: null }]);
    await world.test.call(
      startClaim,
      {
        donor: await linked(),
        relation: 'parent',
        hospitalCode: world.hospital.code,
        ...{ admittedOn: '2027-03-01', dischargedOn: '2027-03-02', lookupConsent: true },
      },
      { as },
    );
    await world.test.drain();
    expect((await relatives()).every(({ provedOn }) => provedOn === '2026-03-05')).toBe(true);
  });

  it('is not another person’s, and not in another relation', async () => {
    const link = await linked();
    const other = await asCitizen(world.test);
    expect(await again(link, other.token)).toMatchObject({ code: 'DONOR_NOT_FOUND' });
    const draft = { donor: link, hospitalCode: world.hospital.code, ...later, lookupConsent: true };
    expect(await world.test.call(startClaim, { ...draft, relation: 'child' }, { as })).toMatchObject({
      details: { fields: [{ field: 'relation', reason: 'not_as_proved' }] },
    });
  });
});
