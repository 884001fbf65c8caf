import { normalizeDocumentNumber } from '@rules/identifiers';
import { compareNames } from '@rules/names';
import { readRecords, readText } from '../data-sharing/fields';
import type { DataSharing } from '../data-sharing/port';
import type { PersonAsked, PublicSecurity } from './port';

const POPULATION = '公安人口信息';
const HOUSEHOLD = '公安居民户成员信息';

/** 死亡注销标识; its name is our assumption. */
const DECEASED = 'SWZXBS';

/** The register still holds some numbers of fifteen digits. */
const sameDocument = (one: string, other: string): boolean =>
  normalizeDocumentNumber('id_card', one) === normalizeDocumentNumber('id_card', other);

export interface LivePublicSecurityOptions {
  transport: DataSharing;
  /** Paths of the interfaces as the data platform granted them. */
  paths: { population: string; household: string };
}

export class LivePublicSecurity implements PublicSecurity {
  constructor(private readonly options: LivePublicSecurityOptions) {}

  async verifyIdentity(person: PersonAsked): ReturnType<PublicSecurity['verifyIdentity']> {
    const { payload, receipt } = await this.ask(POPULATION, this.options.paths.population, person, {
      cardId: person.docNumber.toUpperCase(),
    });
    const [record] = readRecords(POPULATION, payload);
    if (!record) return { result: 'not_found', receipt };
    const match = compareNames(readText(POPULATION, record, 'XM'), person.name);
    const isDocument = sameDocument(readText(POPULATION, record, 'GMSFHM'), person.docNumber);
    if (!isDocument || (match !== 'same' && match !== 'variant')) return { result: 'mismatched', receipt };
    return { result: record[DECEASED] === '1' ? 'deceased' : 'matched', receipt };
  }

  async household(person: PersonAsked): ReturnType<PublicSecurity['household']> {
    const { payload, receipt } = await this.ask(HOUSEHOLD, this.options.paths.household, person, {
      name: person.name,
      identityNumber: person.docNumber.toUpperCase(),
    });
    const members = readRecords(HOUSEHOLD, payload).map(record => ({
      name: readText(HOUSEHOLD, record, 'XM'),
      docNumber: readText(HOUSEHOLD, record, 'GMSFHM').toUpperCase(),
      toHead: readText(HOUSEHOLD, record, 'YHZGX'),
    }));
    return { members, receipt };
  }

  private ask(source: string, path: string, person: PersonAsked, fields: Record<string, string>) {
    return this.options.transport.call({
      source,
      path,
      body: { kind: 'fields', fields },
      sponsor: { name: person.name, code: person.docNumber },
      materialName: source,
    });
  }
}
