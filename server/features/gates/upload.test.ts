import * as registry from '@contract/gate-registry';
import { verifyAtGate } from '@contract/gates';
import * as privileges from '@contract/privileges';
import { aGate, asEntitledDonor, type TestGate } from '@server/testing/builders/privileges';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { GateScan } from './gate-scan.entity';

let count = 0;
const requestId = () => `upload-${++count}`;

describe('a gate that has worked alone', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const mint = async (donor: { token: string }) =>
    (await test.get(privileges.mintPrivilegeCode, { scope: 'park' }, { as: donor.token })).text;
  const useOf = (code: string, id = requestId()) => ({ requestId: id, code, at: test.clock.now() });
  const upload = async (gate: TestGate, ...uses: ReturnType<typeof useOf>[]) => {
    const answer = await gate.machine.call(registry.uploadGateUses, { uses });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.results.map(({ outcome }) => outcome);
  };
  const verify = async (gate: TestGate, code: string, id = requestId()) => {
    const answer = await gate.machine.call(verifyAtGate, { code, requestId: id });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  const log = async (donor: { token: string }) =>
    (await test.get(privileges.listPrivilegeUses, {}, { as: donor.token })).items;
  const rows = (gate: TestGate) => test.inTransaction(tx => tx.em.findBy(GateScan, { gateId: gate.gateId }));

  it('puts its uses into the log of the donor at the time at which they were', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const use = useOf(await mint(donor));
    test.clock.advance(3 * 3600);
    expect(await upload(gate, use)).toEqual(['recorded']);
    expect(await log({ token: (await asCitizen(test, donor)).token })).toMatchObject([{ at: use.at, result: 'green' }]);
    expect(await verify(gate, use.code)).toMatchObject({ result: 'red' });
  });

  it('may send everything again', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const use = useOf(await mint(donor));
    await upload(gate, use);
    expect(await upload(gate, use)).toEqual(['known']);
    expect(await rows(gate)).toHaveLength(1);
  });

  it('that did not hear the answer to its own request has let nobody in twice', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const use = useOf(await mint(donor));
    expect(await verify(gate, use.code, use.requestId)).toMatchObject({ result: 'green' });
    expect(await upload(gate, use)).toEqual(['known']);
    expect((await rows(gate)).map(({ flagged }) => flagged)).toEqual([false]);
  });

  it('that let in what the server refused at that moment is told so, once', async () => {
    const [gate, other, donor] = [await aGate(test), await aGate(test), await asEntitledDonor(test)];
    const use = useOf(await mint(donor));
    await verify(other, use.code);
    expect(await verify(gate, use.code, use.requestId)).toMatchObject({ reason: 'replay' });
    expect(await upload(gate, use)).toEqual(['flagged']);
    expect(await upload(gate, use)).toEqual(['known']);
  });

  it('finds the code that two gates let in without each other, and marks the second use for a look', async () => {
    const [east, west, donor] = [await aGate(test), await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    const [first, second] = [useOf(code), useOf(code)];
    expect(await upload(east, first)).toEqual(['recorded']);
    expect(await upload(west, second)).toEqual(['flagged']);
    expect((await log(donor)).map(({ result }) => result).sort()).toEqual(['amber', 'green']);
    expect(await rows(west)).toMatchObject([{ result: 'amber', reason: 'replay', flagged: true, alone: true }]);
  });

  it('finds fresh codes of one donor that followed each other too fast', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const first = useOf(await mint(donor));
    test.clock.advance(20);
    const second = useOf(await mint(donor));
    expect(await upload(gate, second, first)).toEqual(['recorded', 'flagged']);
    expect((await rows(gate)).filter(({ flagged }) => flagged)).toMatchObject([{ reason: 'interval' }]);
  });

  it('has the donor looked at after the third such use, and at staffed gates only', async () => {
    const [donor, other] = [await asEntitledDonor(test), await aGate(test)];
    const gate = await aGate(test);
    for (let turn = 0; turn < 3; turn++) {
      const code = await mint(donor);
      await verify(other, code);
      expect(await upload(gate, useOf(code))).toEqual(['flagged']);
      test.clock.advance(61);
    }
    expect(await verify(other, await mint(donor))).toMatchObject({ result: 'amber', reason: 'review' });
  });

  it('is not believed: made-up codes, changed times and taken request ids leave no use', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const [code, other] = [await mint(donor), await mint(donor)];
    const use = useOf(code);
    await upload(gate, use);
    const later = new Date(test.clock.millis() + 3_600_000).toISOString();
    expect(
      await upload(
        gate,
        useOf('BD1:GARBAGE'),
        { ...useOf(other), at: later },
        { ...useOf(other), requestId: use.requestId },
      ),
    ).toEqual(['refused', 'refused', 'refused']);
    expect(await rows(gate)).toHaveLength(1);
  });

  it('has the use marked where its city granted nothing on that day', async () => {
    const donor = await asEntitledDonor(test);
    const ferry = await aGate(test, { kind: 'transit', type: 'ferry', scopes: ['transit'], city: '温州市' });
    const { text } = await test.get(privileges.mintPrivilegeCode, { scope: 'transit' }, { as: donor.token });
    expect(await upload(ferry, useOf(text))).toEqual(['flagged']);
    expect(await rows(ferry)).toMatchObject([{ result: 'amber', reason: 'scope', flagged: true }]);
  });

  it('that let in a code outside its time has its use marked', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const code = await mint(donor);
    test.clock.advance(120);
    expect(await upload(gate, useOf(code))).toEqual(['flagged']);
    expect(await rows(gate)).toMatchObject([{ reason: 'expired', flagged: true }]);
  });

  it('sends the same uses in two uploads at once and they count once', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const use = useOf(await mint(donor));
    const all = await Promise.all(Array.from({ length: 6 }, () => upload(gate, use)));
    expect(all.flat().sort()).toEqual(['known', 'known', 'known', 'known', 'known', 'recorded']);
    expect(await rows(gate)).toHaveLength(1);
  });
});
