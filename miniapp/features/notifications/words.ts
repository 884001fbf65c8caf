import {
  countUnreadMessages,
  listMessages,
  listMessageTopics,
  markMessageRead,
  switchMessageTopic,
} from '@contract/notifications';
import { wordsFor } from '@miniapp/platform/words';

export const say = wordsFor(
  [listMessages, countUnreadMessages, markMessageRead, listMessageTopics, switchMessageTopic],
  {
    BAD_CURSOR: '列表已经更新，请重新打开。',
    CANNOT_STOP: '这一类与您正在办的事有关，不能关闭。',
    CONSENT_NEEDED: '需要先在“隐私授权”里同意“献血提醒与招募通知”。',
    NOT_FOUND: '这条消息已经不在了。',
  },
);
