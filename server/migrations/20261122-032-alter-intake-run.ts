import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

export class AlterIntakeRun1763769632000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['ahead_line', 'ahead_parts'])
      await runner.addColumn('intake_run', new TableColumn({ name, type: 'integer', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['ahead_parts', 'ahead_line']) await runner.dropColumn('intake_run', name);
  }
}
