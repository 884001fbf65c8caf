import { readScanned } from './scanned';

describe('what the scanner of a desk reads', () => {
  it.each([
    ['the code of a patient', ` xfjm:${'0a'.repeat(16)}\n`, { what: 'patient', code: `XFJM:${'0A'.repeat(16)}` }],
    ['the number of an identity card', '33010019620202900x', { what: 'document', docNumber: '33010019620202900X' }],
    ['a code of something else', 'https://example.test/?a=1', { what: 'unknown' }],
    ['a bill without its check code', '01,32,33060126,2000000001,300.00,20260304', { what: 'unknown' }],
  ])('%s', (_what, text, read) => expect(readScanned(text)).toEqual(read));

  it.each([['20260304'], ['2026-03-04']])('the QR code of a bill with the date as %s', date => {
    expect(readScanned(`01,32,33060126,2000000001,300.50,${date},a1b2c3`)).toEqual({
      what: 'bill',
      elements: {
        code: '33060126',
        number: '2000000001',
        checkCode: 'a1b2c3',
        issuedOn: '2026-03-04',
        totalFen: 30_050,
      },
    });
  });
});
