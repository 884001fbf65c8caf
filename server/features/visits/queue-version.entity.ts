import { Entity } from 'typeorm';
import { Id, Whole } from '@server/platform/db/columns';

/** Goes up with every change of the queue of a site. Processes that push look at it; changes of one site wait for each other on it. */
@Entity('queue_version')
export class QueueVersion {
  @Id() siteId!: string;
  @Whole() version!: number;
}
