import { type Instant } from '@rules/calendar';

/** The whole rest, seconds: a device whose clock is wrong must not say that it lasts longer. */
const longest = 15 * 60;

/** Seconds of rest that are left. */
export const restSeconds = (restUntil: Instant, now: number): number =>
  Math.min(longest, Math.max(0, Math.ceil((Date.parse(restUntil) - now) / 1000)));

/** '9 分 05 秒' */
export const sayCountdown = (seconds: number): string =>
  `${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`;
