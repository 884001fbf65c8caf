/** The one error that reading a code may throw: every other error is a defect in this package. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}
