import type { Output } from '@contract/endpoint';
import type { exportMyData } from '@contract/own-data';
import { findConsents } from '@server/features/consent';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import type { Tx } from '@server/platform/tx';
import { ownDataAsked } from './events';
import { findDelegations } from './find-delegations';
import { getPerson, openDocNumber, openName } from './find-people';
import { findLinkedAccounts } from './linked-accounts';

/** The donor's own copy, so names and numbers stand in it in full. */
export async function exportOwnData(tx: Tx): Promise<Output<typeof exportMyData>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const parts: Record<string, unknown> = {};
  const add = (title: string, rows: unknown): void => void (parts[title] = rows);
  const person = await getPerson(tx, personId);
  const { docType, sex, birthDate, phoneSealed } = person;
  add('本人', {
    ...{ name: openName(tx, person), docType, docNumber: openDocNumber(tx, person), sex, birthDate },
    phone: phoneSealed === null ? null : tx.app.crypto.open('identity', phoneSealed),
  });
  add('关联的账号', (await findLinkedAccounts(tx)).items);
  add('亲友代办', await findDelegations(tx));
  add(
    '隐私授权',
    (await findConsents(tx)).items.map(({ title, granted, version, decidedAt }) => ({
      title,
      granted,
      version,
      decidedAt,
    })),
  );
  await announce(tx, ownDataAsked, { personId, add });
  const file = {
    说明: '这是您在浙江无偿献血服务中的信息，内容与页面上显示的相同。征询表的回答和电子档案请在“征询表和电子档案”里打开。',
    导出时间: tx.now,
    ...parts,
  };
  return { fileName: `献血服务-我的数据-${tx.today}.json`, content: JSON.stringify(file, null, 2) };
}
