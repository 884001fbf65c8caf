import { normalizeDocumentNumber } from '@rules/identifiers';
import { readRecords, readText } from '../data-sharing/fields';
import { type DataSharing, SourceUnavailable } from '../data-sharing/port';
import type { BirthParent, BirthRecord, CitizenAsked, CivilAffairs, MaritalStatus } from './port';
import { type XmlElement, childText, escapeXml, findElements, parseXml } from './xml';

const MARRIAGE = '民政婚姻登记';
const BIRTH = '卫健委出生医学证明';

export interface LiveCivilAffairsOptions {
  transport: DataSharing;
  /** Paths of the interfaces as the data platform granted them. */
  paths: { marriage: string; birth: string };
}

export class LiveCivilAffairs implements CivilAffairs {
  constructor(private readonly options: LiveCivilAffairsOptions) {}

  async maritalStatus(person: CitizenAsked): ReturnType<CivilAffairs['maritalStatus']> {
    const { payload, receipt } = await this.options.transport.call({
      source: MARRIAGE,
      path: this.options.paths.marriage,
      body: {
        kind: 'fields',
        fields: {
          cardId: person.docNumber,
          sex: person.sex === 'male' ? 'M' : 'F',
          name: person.name,
          birthday: person.birthDate,
        },
      },
      sponsor: { name: person.name, code: person.docNumber },
      materialName: MARRIAGE,
    });
    const [newest] = readRecords(MARRIAGE, payload)
      .map(record => readRegistration(record, person))
      // On the same day the divorce of one and the marriage to another can both stand: the marriage is the later act.
      .sort((a, b) => b.registeredOn.localeCompare(a.registeredOn) || (a.state === 'married' ? -1 : 1));
    return { status: newest ?? { state: 'none' }, receipt };
  }

  async births(asked: Parameters<CivilAffairs['births']>[0]): ReturnType<CivilAffairs['births']> {
    const { payload, receipt } = await this.options.transport.call({
      source: BIRTH,
      path: this.options.paths.birth,
      body: { kind: 'xml', text: birthQuestion(asked) },
      sponsor: { name: asked.motherName, code: asked.motherDocNumber },
      materialName: BIRTH,
    });
    return { births: readBirths(String(payload)), receipt };
  }
}

function readRegistration(
  record: Record<string, unknown>,
  person: CitizenAsked,
): Exclude<MaritalStatus, { state: 'none' }> {
  const kind = readText(MARRIAGE, record, 'registrationType');
  if (!kind.includes('结婚') && !kind.includes('离婚')) throw new SourceUnavailable(MARRIAGE, 'malformed', 'type');
  const [man, woman] = (['man', 'woman'] as const).map(side => ({
    name: readText(MARRIAGE, record, `name_${side}`),
    docNumber: readText(MARRIAGE, record, `cert_num_${side}`).toUpperCase(),
  }));
  if (!man || !woman) throw new SourceUnavailable(MARRIAGE, 'malformed');
  return {
    state: kind.includes('离婚') ? 'divorced' : 'married',
    with: spouseOf(person, man, woman),
    registeredOn: readText(MARRIAGE, record, 'registrationDate').slice(0, 10),
  };
}

/** An old record may hold a number of fifteen digits; where neither is the number asked for, the sex tells. */
function spouseOf(person: CitizenAsked, man: BirthParent, woman: BirthParent): BirthParent {
  const plain = (number: string): string => normalizeDocumentNumber('id_card', number);
  const asked = plain(person.docNumber);
  if (plain(man.docNumber) === asked) return woman;
  if (plain(woman.docNumber) === asked) return man;
  return person.sex === 'male' ? woman : man;
}

const birthQuestion = (asked: Parameters<CivilAffairs['births']>[0]): string =>
  [
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><getBirthInfo>',
    `<BirthCode>${escapeXml(asked.certificateNumber ?? '')}</BirthCode>`,
    `<MomIdCode>${escapeXml(asked.motherDocNumber)}</MomIdCode>`,
    `<MomName>${escapeXml(asked.motherName)}</MomName>`,
    '</getBirthInfo></soapenv:Body></soapenv:Envelope>',
  ].join('');

/** The answer is XML inside the text of `return`; a SOAP fault or anything unknown is no answer. */
function readBirths(xml: string): BirthRecord[] {
  try {
    const [answer] = findElements(parseXml(xml), 'return');
    if (!answer) throw new SyntaxError('no return element');
    return findElements(parseXml(answer.text), 'BirthInfo').map(readBirth);
  } catch (error) {
    if (error instanceof SyntaxError) throw new SourceUnavailable(BIRTH, 'malformed');
    throw error;
  }
}

function readBirth(element: XmlElement): BirthRecord {
  const needed = (name: string): string => {
    const text = childText(element, name);
    if (text === undefined) throw new SourceUnavailable(BIRTH, 'malformed', name);
    return text;
  };
  const father: Partial<BirthParent> = {
    name: childText(element, 'DadName'),
    docNumber: childText(element, 'DadIdCode'),
  };
  const childDocNumber = childText(element, 'ChildIdCode');
  return {
    certificateNumber: needed('BirthCode'),
    child: {
      name: needed('ChildName'),
      birthDate: needed('BirthDate').slice(0, 10),
      ...(childDocNumber === undefined ? {} : { docNumber: childDocNumber.toUpperCase() }),
    },
    mother: { name: needed('MomName'), docNumber: needed('MomIdCode').toUpperCase() },
    ...(father.name !== undefined && father.docNumber !== undefined
      ? { father: { name: father.name, docNumber: father.docNumber.toUpperCase() } }
      : {}),
  };
}
