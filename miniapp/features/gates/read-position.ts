import { type Position } from '@miniapp/platform/host';

export interface PositionDraft {
  readonly latitude: string;
  readonly longitude: string;
}

/** The province with room around it: a swapped pair or a forgotten digit lies outside. */
const around = { latitude: [26.5, 31.8], longitude: [117.5, 123.5] } as const;

const isNumber = (text: string): boolean => /^\d{1,3}(\.\d{1,8})?$/.test(text);

/** Both numbers or neither. */
export function readPosition({ latitude, longitude }: PositionDraft): {
  position: Position | null;
  problems: Readonly<Record<string, string>>;
} {
  const typed = { latitude: latitude.trim(), longitude: longitude.trim() };
  if (typed.latitude === '' && typed.longitude === '') return { position: null, problems: {} };
  const problems: Record<string, string> = {};
  for (const name of ['latitude', 'longitude'] as const) {
    const [from, to] = around[name];
    const value = Number(typed[name]);
    if (!isNumber(typed[name])) problems[name] = '请填数字，例如 30.2461；不知道就两项都不填。';
    else if (value < from || value > to) problems[name] = '不在浙江省内，请检查经度和纬度是不是填反了。';
  }
  if (Object.keys(problems).length > 0) return { position: null, problems };
  return { position: { latitude: Number(typed.latitude), longitude: Number(typed.longitude) }, problems };
}

export const draftOf = (position: Position | null): PositionDraft => ({
  latitude: position ? String(position.latitude) : '',
  longitude: position ? String(position.longitude) : '',
});
