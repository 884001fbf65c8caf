import { dinCheckCharacter } from '@rules/din';
import { testIdCard } from '@rules/documents';
import { readIntakeRow, type IntakeContext } from './intake-row';
import type { IntakeText } from './intake-words';

const context: IntakeContext = {
  stations: new Map([
    ['ZJ01', { id: 'station-1', facilityCode: 'Z9901' }],
    ['ZJ02', { id: 'station-2', facilityCode: null }],
  ]),
  sites: new Map([
    ['S1', { id: 'site-1', stationId: 'station-1' }],
    ['S2', { id: 'site-2', stationId: 'station-2' }],
  ]),
  onlyStationId: null,
  now: '2026-03-05T01:00:00.000Z',
};
const numbered = (din: string) => din + dinCheckCharacter(din);
const good: IntakeText = {
  stationCode: 'ZJ01',
  donationNumber: numbered('Z990125000001'),
  docType: 'id_card',
  docNumber: testIdCard('330100', '1990-05-06', '901'),
  name: '测试甲',
  sex: 'male',
  birthDate: '1990-05-06',
  abo: 'A',
  rhd: 'positive',
  donationType: 'whole_blood',
  volumeMl: '400',
  unitsTenths: '',
  donatedAt: '2025-03-05 10:00',
  siteCode: 'S1',
};
const read = (given: Partial<IntakeText> = {}, only: string | null = null) =>
  readIntakeRow({ ...good, ...given }, 7, { ...context, onlyStationId: only });
const passport = { docType: 'passport', docNumber: 'TEST00001' };
const platelets = { donationType: 'platelets', volumeMl: '' };

describe('a row of an export', () => {
  it('becomes typed facts', () => {
    expect(read()).toEqual({
      line: 7,
      stationId: 'station-1',
      siteId: 'site-1',
      donationNumber: 'Z990125000001',
      docType: 'id_card',
      docNumber: good.docNumber,
      name: '测试甲',
      sex: 'male',
      birthDate: '1990-05-06',
      abo: 'A',
      rhd: 'positive',
      type: 'whole_blood',
      volumeMl: 400,
      unitsTenths: null,
      donatedAt: '2025-03-05T02:00:00.000Z',
      donatedOn: '2025-03-05',
    });
  });

  it.each<[string, Partial<IntakeText>, object]>([
    [
      'a scanned number with its equals sign',
      { donationNumber: `=${good.donationNumber}` },
      { donationNumber: 'Z990125000001' },
    ],
    [
      'Chinese words',
      { docType: '居民身份证', sex: '男', abo: 'A型', rhd: '阳性', donationType: '全血' },
      { sex: 'male', type: 'whole_blood' },
    ],
    ['the numbers of GB/T 2261.1', { sex: '1' }, { sex: 'male' }],
    ['tenths of units', { ...platelets, unitsTenths: '15' }, { unitsTenths: 15, volumeMl: null }],
    ['units as people write them', { ...platelets, unitsTenths: '1.5' }, { unitsTenths: 15 }],
    ['zero for an amount that does not apply', { unitsTenths: '0' }, { unitsTenths: null }],
    [
      'stem cells without an amount',
      { donationType: '造血干细胞', volumeMl: '' },
      { type: 'stem_cells', volumeMl: null },
    ],
    [
      'dates as spreadsheets rewrite them',
      { donatedAt: '2025/3/5 8:05', birthDate: '1990/5/6' },
      { donatedAt: '2025-03-05T00:05:00.000Z', birthDate: '1990-05-06' },
    ],
    [
      'ISO 8601 with an offset',
      { donatedAt: '2025-03-04T23:30:00Z' },
      { donatedAt: '2025-03-04T23:30:00.000Z', donatedOn: '2025-03-05' },
    ],
    [
      'the first minute of a day in China',
      { donatedAt: '2025-03-05 00:00' },
      { donatedAt: '2025-03-04T16:00:00.000Z', donatedOn: '2025-03-05' },
    ],
    ['a name with padding', { name: '测　甲' }, { name: '测甲' }],
    ['a donor on the eighteenth birthday', { ...passport, birthDate: '2007-03-05' }, { birthDate: '2007-03-05' }],
    [
      'any number of a station without a facility code',
      { stationCode: 'ZJ02', siteCode: 'S2' },
      { stationId: 'station-2' },
    ],
  ])('takes %s', (_what, given, expected) => {
    expect(read(given)).toMatchObject(expected);
  });

  it.each<[string, string, Partial<IntakeText>]>([
    ['name', 'missing', { name: '' }],
    ['donatedAt', 'missing', { donatedAt: '' }],
    ['stationCode', 'too_long', { stationCode: 'Z'.repeat(201) }],
    ['name', 'unreadable', { name: '测\ufffd' }],
    ['stationCode', 'unknown_station', { stationCode: 'ZJ99' }],
    ['siteCode', 'unknown_site', { siteCode: 'S9' }],
    ['siteCode', 'site_of_other_station', { siteCode: 'S2' }],
    ['donationNumber', 'number_format', { donationNumber: 'Z990125000001' }],
    ['donationNumber', 'check_character', { donationNumber: `${good.donationNumber.slice(0, 13)}*` }],
    ['donationNumber', 'other_facility', { donationNumber: numbered('Z990225000001') }],
    ['docType', 'unknown_word', { docType: '学生证' }],
    ['docNumber', 'document_format', { docNumber: '3301001990050' }],
    [
      'docNumber',
      'document_check_digit',
      { docNumber: `${good.docNumber.slice(0, 17)}${good.docNumber.endsWith('1') ? '2' : '1'}` },
    ],
    ['docNumber', 'document_date', { docNumber: testIdCard('330100', '1990-02-30', '901') }],
    ['name', 'too_long', { name: '测'.repeat(51) }],
    ['sex', 'unknown_word', { sex: 'x' }],
    ['sex', 'not_as_document', { sex: '女' }],
    ['birthDate', 'not_a_date', { birthDate: '1990-02-30' }],
    ['birthDate', 'not_as_document', { birthDate: '1990-05-07' }],
    ['birthDate', 'under_18', { ...passport, birthDate: '2007-03-06' }],
    ['abo', 'unknown_word', { abo: 'C' }],
    ['rhd', 'unknown_word', { rhd: '弱阳性' }],
    ['donationType', 'unknown_word', { donationType: '血浆' }],
    ['volumeMl', 'volume', { volumeMl: '250' }],
    ['volumeMl', 'volume', { volumeMl: '' }],
    ['volumeMl', 'not_for_this_type', { donationType: 'platelets', unitsTenths: '10' }],
    ['unitsTenths', 'units', { ...platelets, unitsTenths: '25' }],
    ['unitsTenths', 'units', { ...platelets, unitsTenths: '' }],
    ['unitsTenths', 'not_for_this_type', { unitsTenths: '10' }],
    ['donatedAt', 'not_a_time', { donatedAt: '2025-03-05' }],
    ['donatedAt', 'not_a_time', { donatedAt: '2025-02-30 10:00' }],
    ['donatedAt', 'not_a_time', { donatedAt: '2025-03-05 24:00' }],
    ['donatedAt', 'not_a_time', { donatedAt: '2025-03-05T10:00:00' + '+8' }],
    ['donatedAt', 'in_future', { donatedAt: '2026-03-05 09:01' }],
  ])('is refused for %s: %s', (field, reason, given) => {
    expect(read(given)).toEqual({ line: 7, field, reason });
  });

  it('is refused when only another station may deliver', () => {
    expect(read({}, 'station-2')).toEqual({ line: 7, field: 'stationCode', reason: 'other_station' });
  });
});
