import { View } from '@tarojs/components';
import { iconPaths, type IconName } from './icon-paths';
import { svgAddress } from './svg';
import { type Colour, colours } from './tokens';
import './icon.scss';

interface IconProps {
  readonly name: IconName;
  readonly colour?: Colour;
  /** Times the icon size of the present mode. */
  readonly scale?: 1 | 1.5 | 2;
}

const drawn = new Map<string, string>();

/** Thinner when larger, so that the line looks the same. */
const lines = { 1: 1.7, 1.5: 1.5, 2: 1.3 } as const;

function address(name: IconName, colour: Colour, line: number): string {
  const key = `${name} ${colour} ${line}`;
  const known = drawn.get(key);
  if (known) return known;
  const stroke = `fill='none' stroke='${colours[colour]}' stroke-width='${line}' stroke-linecap='round' stroke-linejoin='round'`;
  const made = svgAddress(24, 24, `<path d='${iconPaths[name]}' ${stroke}/>`);
  drawn.set(key, made);
  return made;
}

/** Decoration beside a word; it says nothing that the word does not. */
export function Icon({ name, colour = 'ink-2', scale = 1 }: IconProps) {
  const size = `calc(var(--icon) * ${scale})`;
  return (
    <View
      className="ui-icon"
      style={{ backgroundImage: `url("${address(name, colour, lines[scale])}")`, width: size, height: size }}
    />
  );
}
