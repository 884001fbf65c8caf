import Taro from '@tarojs/taro';
import { hostName } from './build';
import { observable, useObservable } from './observable';

/** WeChat holds back a private interface until the person has agreed to its privacy guide. */
export interface PrivacyRequest {
  /** `buttonId` is the id of the button with open-type agreePrivacyAuthorization that was tapped. */
  agree(buttonId: string): void;
  disagree(): void;
  openGuide(): void;
}

type Resolve = (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void;
declare const wx: { onNeedPrivacyAuthorization?(listener: (resolve: Resolve) => void): void };

const pending = observable<PrivacyRequest | null>(null);

export const usePrivacyRequest = (): PrivacyRequest | null => useObservable(pending);

/** WeChat calls the listener when a private interface is first used, never at launch. */
export function watchPrivacy(): void {
  if (hostName !== 'weapp') return;
  wx.onNeedPrivacyAuthorization?.(resolve => {
    const answer = (reply: Parameters<Resolve>[0]) => {
      pending.set(null);
      resolve(reply);
    };
    pending.set({
      agree: buttonId => answer({ event: 'agree', buttonId }),
      disagree: () => answer({ event: 'disagree' }),
      openGuide: () => {
        Taro.openPrivacyContract({});
      },
    });
  });
}
