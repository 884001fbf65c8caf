import type { RegisteredBirth, SimulatedRegister } from '../data-sharing/register';
import type { SimulatedInterface } from '../data-sharing/simulator';
import { childText, escapeXml, findElements, parseXml } from './xml';

export const CIVIL_AFFAIRS_PATHS = {
  marriage: '/gateway/api/001003001011/dataSharing/marryInfo.htm',
  birth: '/gateway/api/001003001027/dataSharing/cs5Bt0Wd83Np6yRe.htm',
};

export function civilAffairsInterfaces(register: SimulatedRegister): Record<string, SimulatedInterface> {
  return {
    [CIVIL_AFFAIRS_PATHS.marriage]: ({ fields }) => ({
      datas: register.marriages
        .filter(({ man, woman }) => {
          const side = fields.sex === 'M' ? man : woman;
          return side.docNumber === fields.cardId && side.name === fields.name;
        })
        .map(({ man, woman, date, kind }) => ({
          name_man: man.name,
          cert_num_man: man.docNumber,
          name_woman: woman.name,
          cert_num_woman: woman.docNumber,
          registrationDate: `${date} 00:00:00`,
          registrationType: kind === 'marriage' ? '结婚登记' : '离婚登记',
        })),
    }),
    [CIVIL_AFFAIRS_PATHS.birth]: ({ body }) => {
      const [question] = findElements(parseXml(body), 'getBirthInfo');
      const asked = (name: string): string => (question && childText(question, name)) ?? '';
      const births = register.births.filter(
        birth =>
          birth.mother.docNumber === asked('MomIdCode') &&
          birth.mother.name === asked('MomName') &&
          (asked('BirthCode') === '' || birth.certificateNumber === asked('BirthCode')),
      );
      const answer = `<Response>${births.map(birthXml).join('')}</Response>`;
      return {
        xml: [
          '<?xml version="1.0" encoding="UTF-8"?>',
          '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><ns:getBirthInfoResponse xmlns:ns="urn:birth">',
          `<ns:return>${escapeXml(answer)}</ns:return></ns:getBirthInfoResponse></soap:Body></soap:Envelope>`,
        ].join(''),
      };
    },
  };
}

function birthXml({ certificateNumber, child, mother, father }: RegisteredBirth): string {
  const fields = {
    BirthCode: certificateNumber,
    ChildName: child.name,
    BirthDate: child.birthDate,
    ChildIdCode: child.docNumber ?? '',
    MomName: mother.name,
    MomIdCode: mother.docNumber,
    DadName: father?.name ?? '',
    DadIdCode: father?.docNumber ?? '',
  };
  const inner = Object.entries(fields).map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`);
  return `<BirthInfo>${inner.join('')}</BirthInfo>`;
}
