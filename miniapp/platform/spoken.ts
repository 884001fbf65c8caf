import { hostName, isWeb } from './build';

interface Spoken {
  readonly role?: 'button' | 'link' | 'radio' | 'radiogroup' | 'checkbox' | 'switch' | 'alert' | 'status' | 'main';
  readonly label?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

/** What a screen reader says about an element, in the names of the present host. */
export function spoken({ role, label, checked, disabled }: Spoken): Record<string, string | undefined> {
  const state = { ...said('checked', checked), ...said('disabled', disabled) };
  if (isWeb) return { role, 'aria-label': label, ...state };
  return hostName === 'weapp' ? { ariaRole: role, ariaLabel: label, ...state } : { role, ariaLabel: label, ...state };
}

function said(name: 'checked' | 'disabled', value: boolean | undefined): Record<string, string> {
  if (value === undefined) return {};
  return { [isWeb ? `aria-${name}` : `aria${name.slice(0, 1).toUpperCase()}${name.slice(1)}`]: String(value) };
}
