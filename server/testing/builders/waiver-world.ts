import { emptyRegister, type SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import type { Organization } from '@server/features/organizations';
import { type TestApp, startTestApp } from '../test-app';
import { aHospital } from './organizations';
import { simulatedRegisters } from './waivers';

export interface WaiverWorld {
  readonly test: TestApp;
  readonly register: SimulatedRegister;
  readonly platform: DataSharingSimulator;
  readonly hospital: Organization;
}

/** One server and one data platform for all tests of a file; each test finds both empty, with one hospital. */
export function waiverWorld(): WaiverWorld {
  const world = {} as { -readonly [Key in keyof WaiverWorld]: WaiverWorld[Key] };
  beforeAll(async () => {
    const { register, platform, adapters } = await simulatedRegisters();
    Object.assign(world, { register, platform, test: await startTestApp({ adapters }) });
  });
  beforeEach(async () => {
    Object.assign(world.register, emptyRegister());
    Object.assign(world.platform, { down: false, quota: undefined });
    world.platform.brokenPaths.clear();
    world.platform.calls.clear();
    await world.test.empty();
    world.hospital = await aHospital(world.test);
  });
  afterAll(async () => {
    await world.test.close();
    await world.platform.close();
  });
  return world;
}
