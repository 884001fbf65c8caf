import { Entity, Index } from 'typeorm';
import { At, Id, Ref } from '@server/platform/db/columns';

/** Where somebody likes to give: shown first when a site is chosen. */
@Entity('preferred_site')
@Index('ux_preferred_site', ['personId', 'siteId'], { unique: true })
export class PreferredSite {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() siteId!: string;
  @At() chosenAt!: string;
}
