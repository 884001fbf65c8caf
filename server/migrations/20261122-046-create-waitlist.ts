import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, nullable, ref } from '@server/platform/db/schema';

export class CreateWaitlist1763769646000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'waitlist_entry',
      {
        id: id(),
        person_id: ref(),
        site_id: ref(),
        type: code(20),
        from_time: code(5),
        to_time: code(5),
        last_day: day(),
        state: code(10),
        open_key: nullable(code(60)),
        joined_at: at(),
        updated_at: at(),
      },
      { unique: { ux_waitlist_open: ['open_key'] }, index: { ix_waitlist_person: ['person_id', 'joined_at'] } },
    );
    await createTable(
      runner,
      'waitlist_day',
      { id: id(), entry_id: ref(), site_id: ref(), type: code(20), on_date: day() },
      {
        unique: { ux_waitlist_day: ['entry_id', 'on_date'] },
        index: { ix_waitlist_day: ['site_id', 'type', 'on_date'] },
      },
    );
    await createTable(
      runner,
      'waitlist_offer',
      { id: id(), entry_id: ref(), slot_id: ref(), appointment_id: ref(), offered_at: at() },
      { unique: { ux_waitlist_offer: ['entry_id', 'slot_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['waitlist_offer', 'waitlist_day', 'waitlist_entry']) await runner.dropTable(table);
  }
}
