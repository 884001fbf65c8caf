import type * as z from 'zod/mini';
import { Entity, Index } from 'typeorm';
import type { registryChange } from '@contract/privilege-places';
import { At, Code, Id, LongText, Ref } from '@server/platform/db/columns';

export type RegistryAct = z.output<typeof registryChange>['act'];

/** What somebody did to a gate or a place: the audit says that it was done, this says what. */
@Entity('registry_change')
@Index('ix_registry_change_subject', ['subjectId', 'id'])
export class RegistryChange {
  @Id() id!: string;
  /** Gate or place. */
  @Ref() subjectId!: string;
  @Code(10) act!: RegistryAct;
  @Code(400) reason!: string;
  /** JSON list of field, from, to. */
  @LongText() changes!: string;
  /** Null when the system did it. */
  @Ref({ nullable: true }) staffId!: string | null;
  @At() at!: string;
}
