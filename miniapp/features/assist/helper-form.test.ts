import { testIdCard } from '@rules/identifiers';
import { emptyDraft, openInput, problemsOf, registerInput } from './helper-form';

const docNumber = testIdCard('330100', '1990-01-01', '901');
const asked = { ...emptyDraft, name: '测试甲', docNumber, agreed: true };

describe('the counter’s form', () => {
  it('names everything that is missing, also that the donor was not asked', () => {
    expect(Object.keys(problemsOf(emptyDraft, false)).sort()).toEqual(['agreed', 'document.docNumber', 'name']);
    expect(problemsOf(asked, false)).toEqual({});
  });

  it('finds a wrong digit before anything is sent', () => {
    const wrong = docNumber.slice(0, 17) + (docNumber.endsWith('1') ? '2' : '1');
    expect(Object.keys(problemsOf({ ...asked, docNumber: wrong }, false))).toEqual(['document.docNumber']);
  });

  it('asks for sex and birth date only when the document does not tell them', () => {
    const seen = { ...asked, sawDocument: true };
    expect(problemsOf(seen, true)).toEqual({});
    const passport = { ...seen, docType: 'passport', docNumber: 'TEST12345' } as const;
    expect(Object.keys(problemsOf(passport, true)).sort()).toEqual(['birthDate', 'sex']);
    expect(registerInput({ ...seen, sex: 'female', birthDate: '1999-01-01' })).not.toHaveProperty('birthDate');
  });

  it('asks whether the paper was seen, and leaves an empty phone out', () => {
    expect(Object.keys(problemsOf(asked, true))).toEqual(['sawDocument']);
    expect(registerInput(asked)).not.toHaveProperty('phone');
    expect(openInput(asked)).toEqual({ name: '测试甲', document: { docType: 'id_card', docNumber }, agreed: true });
  });
});
