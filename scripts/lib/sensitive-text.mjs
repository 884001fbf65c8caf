const named = [
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(\\n|\s|['"`,+])*[A-Za-z0-9+/]{40}/, what: 'a private key' },
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*$/, what: 'a private key' },
  {
    pattern: /\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bAKID[0-9A-Za-z]{13,40}\b|\bLTAI[0-9A-Za-z]{12,24}\b/,
    what: 'a cloud access key id',
  },
  { pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/, what: 'a signed token (JWT)' },
  { pattern: /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bnpm_[A-Za-z0-9]{36}\b/, what: 'an access token' },
  { pattern: /\b(mysql|redis|https?):\/\/[^\s:/@'"`$]+:(?!password@)[^\s:/@'"`${]{8,}@/, what: 'a password in a URL' },
];

const assignment =
  /(secret|token|passw(?:or)?d|api_?key|private_?key|access_?key)["']?\s*[:=]\s*["'`]([A-Za-z0-9+/=_-]{24,})["'`]/gi;
// Published vectors are long, random-looking and no secret; they live in tests and vector files.
const mayHoldVectors = /\.(test|prove|spec|bench)\.tsx?$|vectors/;

export function findSecrets(line, fileName) {
  const found = named
    .filter(
      ({ pattern, what }) =>
        pattern.test(line) && !(what === 'a signed token (JWT)' && fileName.endsWith('/vectors.json')),
    )
    .map(({ what }) => `looks like ${what}; take it from the configuration`);
  if (!mayHoldVectors.test(fileName)) {
    for (const [, name, value] of line.matchAll(assignment)) {
      // Random hex has about 3.9 bits a character at this length, random base64 above 4.3; words stay below 3.8.
      if (bitsPerCharacter(value) > (/^[0-9a-f]+$/i.test(value) ? 3.2 : 4)) {
        found.push(`${name} holds a long random value; take it from the configuration`);
      }
    }
  }
  return found;
}

const chineseId = /(?<![\w.])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\w)/g;
const chinesePhone = /(?<![\w.+-])(?:\+?86[- ]?)?(1[3-9]\d{9})(?![\w.])/g;
// The worked examples printed in GB 11643-1999 and in the notices on residence permits of Hong Kong, Macau and Taiwan residents.
const printedExamples = new Set([
  '11010519491231002X', // not-a-secret: printed example
  '440524188001010014', // not-a-secret: printed example
  '810000199001010019', // not-a-secret: printed example
  '830000199001010012', // not-a-secret: printed example
]);
/** A row of zeros or 12345678 is what anybody types as a placeholder. */
const placeholderPhone = /^1[3-9]\d(0{6}\d\d|12345678)$/;

/** Synthetic people have a region code that no county bears (it ends in 00), a serial of 9xx, and a phone of 1990000xxxx. */
export function findPersonalData(line) {
  const found = [];
  for (const [number] of line.matchAll(chineseId)) {
    if (!hasValidCheckCharacter(number) || printedExamples.has(number.toUpperCase())) continue;
    if (number.slice(4, 6) !== '00' || number[14] !== '9') {
      found.push('a valid resident identity number outside the synthetic range (region ..00.., serial 9..)');
    }
  }
  for (const [, phone] of line.matchAll(chinesePhone)) {
    if (!phone.startsWith('1990000') && !placeholderPhone.test(phone))
      found.push('a mobile number outside the synthetic range 1990000xxxx');
  }
  return found;
}

/** GB 11643: weights 2^(17-i) mod 11. */
function hasValidCheckCharacter(number) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17].toUpperCase();
}

function bitsPerCharacter(text) {
  const counts = new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
