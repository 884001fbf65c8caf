import { issuePrivilegeCard, revokePrivilegeCard } from '@contract/privileges';
import { findPrivilegeCard, printPrivilegeCard } from '@contract/privilege-cards';
import { wordsFor } from '@miniapp/platform/words';

export const sayCard = wordsFor([findPrivilegeCard, issuePrivilegeCard, revokePrivilegeCard, printPrivilegeCard], {
  NOT_FOUND: '没有找到这个证书编号，请核对后重新填写。',
  NOT_ENTITLED: '这位献血者的奖次还没有达到，不能发卡。',
  PRIVILEGE_SUSPENDED: '这位献血者的优享码已暂停，不能发卡。',
  NOT_A_CARD: '这张卡已经作废，请重新发卡。',
});
