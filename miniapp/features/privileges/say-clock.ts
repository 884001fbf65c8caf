import { chinaDateTime } from '@rules/calendar';

/** '18:35:07' in China: it moves, so that someone who looks at the ticket sees that it is no picture. */
export function sayClock(ms: number): string {
  const instant = new Date(ms).toISOString();
  return `${chinaDateTime(instant).time}:${instant.slice(17, 19)}`;
}
