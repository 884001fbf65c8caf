import { consentTexts, CURRENT_CONSENT_VERSION, findConsentText } from './consent-text';
import { getEdition } from './edition';

describe.each(consentTexts.map(({ version }) => version))('the consent text %s', version => {
  it('has every section that a donor must read', () => {
    const text = findConsentText(version);
    const ids = text?.sections.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['volume', 'truth', 'no-test-seeking', 'privacy', 'withdraw', 'self-exclusion']),
    );
    expect(text?.sections.every(({ title, paragraphs }) => title && paragraphs.length > 0)).toBe(true);
  });

  it('states the intervals that the rules state', () => {
    const { rules } = getEdition('donation', '2026-12-10');
    const volume = findConsentText(version)
      ?.sections.find(({ id }) => id === 'volume')
      ?.paragraphs.join('');
    const said = [
      rules.wholeToWhole,
      rules.plateletsToPlatelets,
      rules.plateletsToWhole,
      rules.wholeToPlatelets,
      rules.plateletsPerYear,
    ];
    const numbers = Array.from(volume?.matchAll(/(\d+) (?:个月|周|次)/g) ?? [], match => Number(match[1]));
    expect(numbers).toEqual([6, 2, 24, 4, 3]);
    expect(numbers.sort()).toEqual(said.map(rule => rule.value).sort());
  });
});

it('signs the newest text and knows no other', () => {
  expect(CURRENT_CONSENT_VERSION).toBe(consentTexts.at(-1)?.version);
  expect(findConsentText('2020-01')).toBeUndefined();
});
