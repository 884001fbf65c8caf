import { consentText202611 } from './consent-text/2026-11';
import { consentText202612 } from './consent-text/2026-12';
import type { ConsentText } from './consent-text/model';

/** A signed version is never edited: a new wording is a new version. */
export const consentTexts: readonly ConsentText[] = [consentText202611, consentText202612];

export const CURRENT_CONSENT_VERSION = consentText202612.version;

export const findConsentText = (version: string): ConsentText | undefined =>
  consentTexts.find(text => text.version === version);
