import { bandAddress, groundAddress, rosetteAddress, sealAddress } from './guilloche';

describe('the drawings of the certificate', () => {
  it.each([
    ['ground', groundAddress],
    ['rosette', rosetteAddress],
    ['band', bandAddress],
    ['seal', sealAddress],
  ])('%s is an SVG of finite numbers, small enough for one setData', (_name, address) => {
    expect(address).toMatch(/^data:image\/svg\+xml,%3Csvg .*%3C\/svg%3E$/);
    expect(address).not.toMatch(/NaN|Infinity|undefined/);
    expect(address.length).toBeLessThan(16_000);
  });

  it('the ground continues from tile to tile: every wave ends at the height it began', () => {
    const waves = [...groundAddress.matchAll(/M0 ([-\d.]+)L.*?L96 ([-\d.]+)(?=M|')/g)];
    expect(waves).toHaveLength(8);
    for (const [, start, end] of waves) expect(end).toBe(start);
  });
});
