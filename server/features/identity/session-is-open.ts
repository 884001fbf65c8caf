import type { Session } from './session.entity';

export const isOpen = (row: Session | null, now: string): row is Session =>
  row !== null && row.revokedAt === null && row.expiresAt > now;
