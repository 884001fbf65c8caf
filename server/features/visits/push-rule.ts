import type { VisitMessage } from '@contract/queue-push';

/** What a phone was told last, and when by the server's own clock. */
export interface Told {
  readonly message: VisitMessage;
  readonly atMs: number;
}

/** Close to the turn every place counts; far away the phone counts the minutes down itself. */
const nearAhead = 2;
const nearMs = 10_000;
const farLeastMs = 60_000;
const farMostMs = 300_000;

const waitMs = ({ ahead, estimateMinutes }: VisitMessage): number =>
  (ahead ?? 0) <= nearAhead ? nearMs : Math.min(farMostMs, Math.max(farLeastMs, ((estimateMinutes ?? 0) * 60_000) / 2));

/** The phone shows the told minutes less those that have gone by; when that is wrong by half, it must be told. */
function estimateIsOff({ message, atMs }: Told, next: VisitMessage, nowMs: number): boolean {
  if (message.estimateMinutes === null || next.estimateMinutes === null) return false;
  const shown = Math.max(0, message.estimateMinutes - (nowMs - atMs) / 60_000);
  return Math.abs(next.estimateMinutes - shown) > Math.max(5, shown / 2);
}

/**
 * When a phone must be told where it stands: 0 now, a later time when it can wait until then, undefined when it knows enough.
 * At once: the first time, every move of the own visit (a call above all), and being the next. Everything else waits for half the
 * time that is left, so that a place far behind costs a message every few minutes and not one for every call.
 */
export function dueAt(told: Told | undefined, next: VisitMessage, nowMs: number): number | undefined {
  if (!told) return 0;
  const { message, atMs } = told;
  if (message.version !== next.version || message.state !== next.state) return 0;
  if (next.ahead === 0 && message.ahead !== 0) return 0;
  if (message.ahead === next.ahead && !estimateIsOff(told, next, nowMs)) return undefined;
  const due = atMs + waitMs(next);
  return due <= nowMs ? 0 : due;
}
