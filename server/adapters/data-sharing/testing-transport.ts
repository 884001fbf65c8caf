import { LiveDataSharing } from './live';
import { MemorySecretStore, SecretKeeper } from './secret-keeper';
import { RequestSecretSigner } from './signers';
import { type DataSharingSimulator, type SimulatedInterface, simulateDataSharing } from './simulator';

const TEST_NOW = Date.parse('2026-11-01T02:00:00.000Z');

/** A live transport in front of a simulator, for the tests of the adapters that read registers through it. */
export async function connectedTransport(
  interfaces: Record<string, SimulatedInterface>,
  given: { appSecret?: string } = {},
): Promise<{ simulator: DataSharingSimulator; transport: LiveDataSharing }> {
  const clock = (): number => TEST_NOW;
  const simulator = await simulateDataSharing({ clock, apps: { 'test-app': 'test-secret' }, interfaces });
  const keeper = new SecretKeeper({
    baseUrl: simulator.baseUrl,
    appKey: 'test-app',
    appSecret: given.appSecret ?? 'test-secret',
    clock,
    store: new MemorySecretStore(),
    timeoutMs: 2000,
  });
  const transport = new LiveDataSharing({
    baseUrl: simulator.baseUrl,
    signer: new RequestSecretSigner('test-app', keeper, clock),
    clock,
    matter: { powerMatters: '其他-02491-000', subPowerMatters: '其他-02491-001', accesscardId: 'OP-1' },
  });
  return { simulator, transport };
}
