/** An SVG as the address of an image: the one way to draw that all hosts share. */
export function svgAddress(width: number, height: number, inside: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}'>${inside}</svg>`;
  // Only what an address must not hold is escaped: the text travels to the native side at every draw.
  return `data:image/svg+xml,${svg.replace(/[%#<>"{}]/g, encodeURIComponent)}`;
}
