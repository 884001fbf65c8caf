import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scans of codes stand in their own table for thirty days; in the audit, which has no end, they said where people had been. */
export class DropScansFromAudit1763769750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM audit_line WHERE action = 'gate.verify' AND outcome = 'done'");
  }

  async down(): Promise<void> {
    // What was deleted is not made up again.
  }
}
