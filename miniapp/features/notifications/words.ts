import { countUnreadMessages, listMessages, markMessageRead } from '@contract/notifications';
import { wordsFor } from '@miniapp/platform/words';

export const say = wordsFor([listMessages, countUnreadMessages, markMessageRead], {
  BAD_CURSOR: '列表已经更新，请重新打开。',
  NOT_FOUND: '这条消息已经不在了。',
});
