import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, at, dropColumns, nullable } from '@server/platform/db/schema';

export class AddDeliveryReceipt1763769707000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message_delivery', { sent_at: nullable(at()), reported_at: nullable(at()) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'message_delivery', ['sent_at', 'reported_at']);
  }
}
