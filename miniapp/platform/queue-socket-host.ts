import Taro from '@tarojs/taro';
import { queuePushPath } from '@contract/queue-push';
import { apiBase, hostName, isWeb } from './build';
import type { QueueSocket } from './queue-socket';

const base = (): string => (apiBase || (isWeb ? window.location.origin : '')).replace(/^http/, 'ws');

async function openSocket(): Promise<QueueSocket> {
  const task = await Taro.connectSocket({ url: base() + queuePushPath });
  return {
    send: text => void task.send({ data: text }),
    close: () => void task.close({ code: 1000 }),
    onOpen: act => task.onOpen(act),
    onMessage: act => task.onMessage(({ data }) => act(typeof data === 'string' ? data : '')),
    onClose: act => {
      task.onClose(act);
      task.onError(act);
    },
  };
}

/** The gateway of 浙里办 forwards no sockets: there the queue is polled. */
export const openQueueSocket = hostName === 'zheliban' ? undefined : openSocket;
