import type { Input, InputDraft } from '@contract/endpoint';
import * as contract from '@contract/privilege-places';
import * as reports from '@contract/place-reports';
import { listMessages } from '@contract/notifications';
import { createStaff, openSession } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

const given: Omit<Input<typeof contract.savePrivilegePlace>, 'publish'> = {
  ...{ city: '杭州市', type: 'park' as const, name: '测试公园', operatorName: '测试园林', address: '测试路 1 号' },
  ...{ opening: '08:00–17:00', note: '', ways: ['desk' as const, 'gate' as const], position: null },
};

describe('the list of places', () => {
  let test: TestApp;
  let operator: string;
  beforeEach(async () => {
    test = await startTestApp();
    operator = await test.inTransaction(async tx => {
      const member = {
        account: 'places',
        displayName: '测试运营员',
        role: 'operator',
        organizationId: newId(),
      } as const;
      const ownerId = await createStaff(tx, { ...member, passwordHash: '' });
      return (await openSession(tx, { ...member, ownerId })).accessToken;
    });
  });
  afterEach(() => test.close());

  const save = (fields: Partial<typeof given> & { publish?: boolean; placeId?: string; version?: number } = {}) =>
    test.get(contract.savePrivilegePlace, { publish: true, ...given, ...fields }, { as: operator });
  const find = (asked: InputDraft<typeof contract.listPrivilegePlaces> = {}) =>
    test.get(contract.listPrivilegePlaces, asked);
  const names = async (asked?: Parameters<typeof find>[0]) => (await find(asked)).items.map(({ name }) => name);

  it('shows donors what is published, and nothing that is a draft or closed', async () => {
    const { placeId, version } = await save({ publish: false });
    expect(await names()).toEqual([]);
    const published = await save({ placeId, version, publish: true });
    expect((await find()).items).toMatchObject([{ ...given, id: placeId, kind: 'park', distanceMetres: null }]);
    expect(await test.get(contract.getPrivilegePlace, { placeId })).toMatchObject({ practice: { city: '杭州市' } });
    const close = { placeId, version: published.version, reason: '停止合作' };
    await test.get(contract.closePrivilegePlace, close, { as: operator });
    expect(await names()).toEqual([]);
    expect(await test.call(contract.getPrivilegePlace, { placeId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is found by city, kind and words, the nearest first, those without a position last', async () => {
    const at = (latitude: number) => ({ latitude, longitude: 120.15 });
    await save({ name: '测试甲公园', position: at(30.3) });
    await save({ name: '测试乙公园', position: at(30.25) });
    await save({ name: '测试丙公园' });
    await save({ city: '宁波市', name: '测试丁公园', position: at(29.87) });
    expect(await names({ latitude: '30.24', longitude: '120.15' })).toEqual([
      ...['测试乙公园', '测试甲公园', '测试丁公园', '测试丙公园'],
    ]);
    expect(await names({ city: '宁波市' })).toEqual(['测试丁公园']);
    expect(await names({ search: '测试园林 丙' })).toEqual(['测试丙公园']);
    expect(await names({ kind: 'hospital' })).toEqual([]);
    const { cities, practice } = await find({ city: '宁波市' });
    expect(cities).toEqual(['杭州市', '宁波市']);
    expect(practice?.form).toContain('优享码');
  });

  it('is read page by page without a gap or a repeat', async () => {
    for (let n = 10; n < 33; n++) await save({ name: `测试公园${n}` });
    const first = await find();
    const second = await find({ cursor: first.nextCursor ?? undefined });
    expect([first.items.length, second.items.length, second.nextCursor, first.count]).toEqual([20, 3, null, 23]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(23);
  });

  it('keeps who changed what, and nobody writes over what somebody else has just written', async () => {
    const { placeId, version } = await save();
    await save({ placeId, version, opening: '07:00–18:00' });
    const late = { publish: true, ...given, placeId, version, note: '晚到的改动' };
    expect(await test.call(contract.savePrivilegePlace, late, { as: operator })).toMatchObject({
      code: 'STATE_CHANGED',
    });
    const { history } = await test.get(contract.getManagedPlace, { placeId }, { as: operator });
    expect(history).toMatchObject([
      { act: 'changed', changes: [{ field: 'opening', from: '08:00–17:00', to: '07:00–18:00' }] },
      { act: 'added' },
    ]);
    expect(history.map(({ by }) => by)).toEqual(['*试运营员', '*试运营员']);
  });

  it('takes no place twice and none where the city grants nothing', async () => {
    await save();
    const again = { publish: true, ...given };
    expect(await test.call(contract.savePrivilegePlace, again, { as: operator })).toMatchObject({
      code: 'PLACE_EXISTS',
    });
    const ferry = { ...again, city: '舟山市', type: 'ferry' as const, name: '测试客渡' };
    expect(await test.call(contract.savePrivilegePlace, ferry, { as: operator })).toMatchObject({
      code: 'NOT_GRANTED_THERE',
    });
  });

  it('takes the good lines of a CSV list and names each other by line, column and reason', async () => {
    await save();
    const csv = [
      '名称,城市,类型,使用方式,运营单位,地址,开放时间,纬度,经度',
      '测试公园,杭州市,公园,闸机、窗口,测试园林,测试路 1 号,08:00–17:00,,',
      '测试 1 号线,杭州市,地铁,闸机,测试地铁,,,30.25,120.16',
      '测试医院,南昌市,医院,窗口,,,,,',
      '测试客渡,舟山市,客渡,窗口,,,,,',
      '"没有结束,杭州市,公园,窗口,,,,,',
      '测试 1 号线,杭州市,公交,飞,,,,x,120',
    ].join('\n');
    const send = (apply: boolean) =>
      test.get(contract.importPrivilegePlaces, { csv, apply, publish: true }, { as: operator });
    const told = {
      ...{ added: 1, changed: 0, same: 1 },
      problems: [
        { line: 4, column: '城市', reason: 'not_a_city_of_ours' },
        { line: 5, column: '类型', reason: 'not_granted_there' },
        { line: 6, column: '', reason: 'not_a_line' },
        { line: 7, column: '使用方式', reason: 'not_a_way' },
        { line: 7, column: '纬度', reason: 'not_a_number' },
      ],
    };
    expect(await send(false)).toEqual(told);
    expect(await names({ kind: 'transit' })).toEqual([]);
    expect(await send(true)).toEqual(told);
    expect(await names({ kind: 'transit' })).toEqual(['测试 1 号线']);
    expect(await send(true)).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect(
      await test.call(
        contract.importPrivilegePlaces,
        { csv: '城市,名称', apply: true, publish: true },
        { as: operator },
      ),
    ).toMatchObject({ code: 'WRONG_COLUMNS', details: { missing: ['类型', '使用方式'] } });
  });

  describe('a donor who was turned away', () => {
    const complaint = { problem: 'refused' as const, words: '司机说不认' };

    it('reports it once, and reads the answer from the inbox; nobody else does', async () => {
      const { placeId } = await save();
      const [donor, other] = [await asCitizen(test), await asCitizen(test)];
      const report = { ...complaint, placeId, on: '2026-01-01' };
      const today = test.clock.today();
      const { reportId } = await test.get(reports.reportPrivilegePlace, { ...report, on: today }, { as: donor.token });
      expect(
        await test.call(reports.reportPrivilegePlace, { ...report, on: today }, { as: donor.token }),
      ).toMatchObject({ code: 'ALREADY_REPORTED' });
      const { items } = await test.get(reports.listPlaceReports, { state: 'open' }, { as: operator });
      expect(items).toMatchObject([{ id: reportId, placeName: '测试公园', words: '司机说不认', answer: null }]);
      expect(JSON.stringify(items)).not.toContain(donor.personId);
      const managed = await test.get(contract.listManagedPlaces, {}, { as: operator });
      expect(managed.items).toMatchObject([{ openReports: 1 }]);

      const answer = { reportId, version: 1, answer: '已培训司机，再遇到请打热线。' };
      await test.get(reports.answerPlaceReport, answer, { as: operator });
      expect(await test.call(reports.answerPlaceReport, answer, { as: operator })).toMatchObject({
        code: 'STATE_CHANGED',
      });
      const inbox = await test.get(listMessages, {}, { as: donor.token });
      expect(inbox.items[0]).toMatchObject({ body: '测试公园：打开查看答复。' });
      const mine = (as: string) => test.call(reports.getMyPlaceReport, { reportId }, { as });
      expect(await mine(donor.token)).toMatchObject({ ok: true, value: { answer: answer.answer } });
      expect(await mine(other.token)).toMatchObject({ code: 'NOT_FOUND' });
      await test.get(reports.reportPrivilegePlace, { ...report, on: today }, { as: donor.token });
    });

    it('cannot report a day that has not come', async () => {
      const { placeId } = await save();
      const { token } = await asCitizen(test);
      expect(
        await test.call(reports.reportPrivilegePlace, { ...complaint, placeId, on: '2099-01-01' }, { as: token }),
      ).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field: 'on', reason: 'in_future' }] } });
    });
  });
});
