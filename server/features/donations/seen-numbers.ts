const serialsPerPage = 4096;

/**
 * The donation numbers that a file has named so far: one bit a serial, so that a file of millions of rows is checked for
 * repeated numbers in a few megabytes.
 */
export class SeenNumbers {
  private readonly pages = new Map<string, Uint8Array>();

  /** True the first time; the number has 13 characters, of which the last six are the serial. */
  add(donationNumber: string): boolean {
    const serial = Number(donationNumber.slice(7));
    const key = donationNumber.slice(0, 7) + String.fromCharCode(Math.floor(serial / serialsPerPage));
    let page = this.pages.get(key);
    if (!page) {
      page = new Uint8Array(serialsPerPage / 8);
      this.pages.set(key, page);
    }
    const bit = serial % serialsPerPage;
    const mask = 1 << (bit & 7);
    const old = page[bit >> 3] ?? 0;
    page[bit >> 3] = old | mask;
    return (old & mask) === 0;
  }
}
