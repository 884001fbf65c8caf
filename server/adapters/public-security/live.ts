import { readRecords, readText } from '../data-sharing/fields';
import type { DataSharing } from '../data-sharing/port';
import type { PersonAsked, PublicSecurity } from './port';

const POPULATION = '公安人口信息';
const HOUSEHOLD = '公安居民户成员信息';

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
    const isSame =
      readText(POPULATION, record, 'XM') === person.name.trim() &&
      readText(POPULATION, record, 'GMSFHM').toUpperCase() === person.docNumber.toUpperCase();
    return { result: isSame ? 'matched' : 'mismatched', receipt };
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
