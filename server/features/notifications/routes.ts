import {
  countUnreadMessages,
  listMessages,
  listMessageTopics,
  markMessageRead,
  switchMessageTopic,
} from '@contract/notifications';
import { route } from '@server/platform/route/route';
import { findTopics, switchTopic } from './choose-topics';
import { countUnread, findMessages, markRead } from './find-messages';

export const routes = [
  route(listMessages, { may: 'message:read-own', audit: 'message.list' }, (request, input) =>
    request.read(tx => findMessages(tx, input)),
  ),
  route(countUnreadMessages, { may: 'message:read-own', audit: 'message.count' }, request => request.read(countUnread)),
  route(markMessageRead, { may: 'message:read-own', audit: 'message.read' }, (request, { messageId }) =>
    request.transaction(tx => markRead(tx, messageId)),
  ),
  route(listMessageTopics, { may: 'message:choose', audit: 'message.topics' }, request => request.read(findTopics)),
  route(switchMessageTopic, { may: 'message:choose', audit: 'message.switch-topic' }, (request, input) =>
    request.transaction(tx => switchTopic(tx, input)),
  ),
];
