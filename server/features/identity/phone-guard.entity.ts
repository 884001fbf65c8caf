import { Entity, PrimaryColumn } from 'typeorm';

/** Locked while somebody binds with this number, so that the people who have it are counted one after the other. */
@Entity('phone_guard')
export class PhoneGuard {
  @PrimaryColumn({ type: 'varchar', length: 64 }) phoneIndex!: string;
}
