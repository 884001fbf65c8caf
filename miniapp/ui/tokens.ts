/** Colours for what is drawn as SVG, where CSS variables do not reach. The same values as tokens.scss. */
export const colours = {
  red: '#b5202f',
  'red-deep': '#8e1824',
  ink: '#1f2328',
  'ink-2': '#565d66',
  'ink-3': '#6a717a',
  card: '#ffffff',
  teal: '#1b6b66',
  amber: '#825300',
  gold: '#8a6a2c',
} as const;

export type Colour = keyof typeof colours;
