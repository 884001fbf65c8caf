import type { SimulatedRegister } from '../data-sharing/register';
import type { SimulatedInterface } from '../data-sharing/simulator';

export const PUBLIC_SECURITY_PATHS = {
  population: '/gateway/api/001003001029/dataSharing/popInfo.htm',
  household: '/gateway/api/001003001029/dataSharing/hj8Qd2Ks70Lm1zXc.htm',
};

/** Answers in two of the shapes seen in the field: an object, and JSON text with its own `success`. */
export function publicSecurityInterfaces(register: SimulatedRegister): Record<string, SimulatedInterface> {
  return {
    [PUBLIC_SECURITY_PATHS.population]: ({ fields }) => {
      const person = register.persons.find(({ docNumber }) => docNumber === fields.cardId);
      return {
        datas: person
          ? { GMSFHM: person.docNumber, XM: person.name, SWZXBS: person.isDeceased === true ? '1' : '0' }
          : '',
      };
    },
    [PUBLIC_SECURITY_PATHS.household]: ({ fields }) => {
      const book = register.households.find(({ members }) =>
        members.some(({ name, docNumber }) => name === fields.name && docNumber === fields.identityNumber),
      );
      const data = (book?.members ?? []).map(member => ({
        XM: member.name,
        GMSFHM: member.docNumber,
        YHZGX: member.relation,
      }));
      return { datas: JSON.stringify({ success: true, data, errorMsg: '' }) };
    },
  };
}
