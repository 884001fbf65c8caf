/** What the screen may claim about itself. */
export type Connection = 'live' | 'polling' | 'lost';

/** Without an answer for so long the screen says that what it shows is old. */
const lostAfter = 25;

export const connectionOf = (pushed: boolean, secondsSinceAnswer: number): Connection =>
  secondsSinceAnswer > lostAfter ? 'lost' : pushed ? 'live' : 'polling';
