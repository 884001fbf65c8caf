import {
  birthDateOfIdCard,
  checkDocument,
  isMobile,
  maskDocumentNumber,
  maskName,
  maskPhone,
  normalizeDocumentNumber,
  sexOfIdCard,
  testIdCard,
} from './identifiers';
import type { DocType } from './vocabulary';

describe('document numbers', () => {
  it.each<[DocType, string, string | undefined]>([
    // The standard's own examples.
    ['id_card', '11010519491231002X', undefined],
    ['id_card', '440524188001010014', undefined],
    ['id_card', '110105194912310021', 'check_digit'],
    ['id_card', '11010519491331002X', 'date'],
    ['id_card', '110105490229002', 'format'],
    ['id_card', '01010519491231002X', 'format'],
    ['id_card', '810000199001010019', 'format'],
    ['residence_permit', '810000199001010019', undefined],
    ['residence_permit', '830000199001010012', undefined],
    ['residence_permit', '830000199001010019', 'check_digit'],
    ['residence_permit', '810001199001010019', 'format'],
    ['residence_permit', '11010519491231002X', 'format'],
    ['permanent_resident', 'USA110000000000', undefined],
    ['permanent_resident', 'US1110000000000', 'format'],
    ['hk_macau_permit', 'H12345678', undefined],
    ['hk_macau_permit', 'M1234567800', undefined],
    ['hk_macau_permit', 'T12345678', 'format'],
    ['taiwan_permit', '12345678', undefined],
    ['taiwan_permit', '1234567890', undefined],
    ['taiwan_permit', '123456789', 'format'],
    ['passport', 'E12345678', undefined],
    ['passport', 'EA1234567', undefined],
    ['passport', 'E123', 'format'],
    ['officer_card', '军字第1234567号', undefined],
    ['officer_card', '', 'format'],
  ])('judges %s %s: %p', (docType, number, fault) => {
    expect(checkDocument(docType, number)).toBe(fault);
  });

  it('refuses a birth date that is still to come', () => {
    const number = testIdCard('330199', '2026-11-23', '001');
    expect(checkDocument('id_card', number, '2026-11-22')).toBe('date');
    expect(checkDocument('id_card', number, '2026-11-23')).toBeUndefined();
  });

  it('checks the digit of the new permanent-resident card', () => {
    const number = '9' + testIdCard('999991', '1990-01-01', '001').slice(1);
    expect(checkDocument('permanent_resident', number)).toBeUndefined();
    const other = number.endsWith('1') ? '2' : '1';
    expect(checkDocument('permanent_resident', number.slice(0, 17) + other)).toBe('check_digit');
  });

  it.each<[DocType, string, string]>([
    ['id_card', ' 11010519491231002x ', '11010519491231002X'],
    ['id_card', '１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    ['id_card', '110105 19491231-002X', '11010519491231002X'],
    ['id_card', '110105491231002', '11010519491231002X'],
    ['hk_macau_permit', 'h12345678', 'H12345678'],
    ['officer_card', ' 军字第 1234-567 号', '军字第1234-567号'],
  ])('writes %s %p as %s', (docType, text, expected) => {
    expect(normalizeDocumentNumber(docType, text)).toBe(expected);
  });

  it('reads birth date and sex from a card', () => {
    const man = testIdCard('330199', '1990-05-06', '013');
    const woman = testIdCard('330199', '1990-05-06', '024');
    expect([birthDateOfIdCard(man), sexOfIdCard(man), sexOfIdCard(woman)]).toEqual(['1990-05-06', 'male', 'female']);
    expect(birthDateOfIdCard('810000199001010019')).toBe('1990-01-01');
    expect([birthDateOfIdCard('E12345678'), sexOfIdCard('E12345678')]).toEqual([undefined, undefined]);
  });

  it('makes test numbers that pass every check of form', () => {
    for (let serial = 0; serial < 200; serial += 1) {
      expect(
        checkDocument('id_card', testIdCard('330199', '1975-12-31', String(serial).padStart(3, '0'))),
      ).toBeUndefined();
    }
    expect(() => testIdCard('3301', '1975-12-31', '001')).toThrow(RangeError);
  });

  it.each([
    ['13800000000', true],
    ['19912345678', true],
    ['12345678901', false],
    ['1380000000', false],
    ['+8613800000000', false],
  ])('says of %s whether it is a mobile number: %p', (text, expected) => {
    expect(isMobile(text)).toBe(expected);
  });
});

describe('masks', () => {
  it.each([
    ['张三', '*三'],
    ['欧阳测试', '*阳测试'],
    ['甲', '*'],
    ['', ''],
    ['𠮷野', '*野'],
  ])('hides the first character of %s', (name, expected) => {
    expect(maskName(name)).toBe(expected);
  });

  it('leaves of a document number its ends, of a phone its first three and last four', () => {
    expect(maskDocumentNumber('11010519491231002X')).toBe('1****************X');
    expect(maskDocumentNumber('H1')).toBe('**');
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('1234567')).toBe('*******');
  });
});
