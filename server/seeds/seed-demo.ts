import type { App } from '@server/platform/app';

/** Fills an empty database with the demonstration people; does nothing to a filled one. */
export async function seedDemo(_app: App): Promise<void> {
  // Filled below by the features' own use cases.
}
