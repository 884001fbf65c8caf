import { awardCount } from '@rules/award';
import { getEdition } from '@rules/edition';
import { reaches } from '@rules/exact-number';
import { findDonationHistory } from '@server/features/donations';
import type { Tx } from '@server/platform/tx';

export interface Entitlement {
  entitled: boolean;
  awardCountTenths: number;
  neededTenths: number;
  clause: string;
}

const CLAUSE =
  '《浙江省实施〈中华人民共和国献血法〉办法》第二十五条: 获国家无偿献血奉献奖者, 免费游览政府投资的公园、景点, 免交门诊诊查费, 免费乘坐城市公共交通工具';

/** The bronze threshold of the national award is what opens the three privileges (三免). */
export async function findEntitlement(tx: Tx, personId: string): Promise<Entitlement> {
  const edition = getEdition('award', tx.today);
  const award = awardCount(await findDonationHistory(tx, personId), edition);
  const needed = edition.rules.bronze.value;
  return {
    entitled: reaches(award.exact, needed),
    awardCountTenths: award.tenths,
    neededTenths: needed * 10,
    clause: CLAUSE,
  };
}
