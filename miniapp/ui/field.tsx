import { Text, View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { Icon } from './icon';
import './field.scss';

export interface FieldWords {
  /** From `fieldId(path)`, so that the error summary finds it. */
  readonly id: string;
  readonly label: string;
  /** Why it is asked, or where it stands on the document. */
  readonly hint?: string;
  readonly error?: string;
  readonly optional?: boolean;
}

/** Label, hint and error around one control. The controls of field-*.tsx use it; so does a control of a feature. */
export function Field({
  id,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldWords & { readonly children: ReactNode }) {
  const name = (
    <>
      {label}
      {optional && <Text className="ui-field-optional">（选填）</Text>}
    </>
  );
  return (
    <View className={`ui-field${error ? ' ui-field-wrong' : ''}`}>
      {isWeb ? (
        <label className="ui-field-label" htmlFor={id} id={`${id}-label`}>
          {name}
        </label>
      ) : (
        <View className="ui-field-label">{name}</View>
      )}
      {hint && (
        <View className="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </View>
      )}
      {error && (
        <View className="ui-field-error" id={`${id}-error`}>
          <Icon name="look" colour="red" />
          <Text>{error}</Text>
        </View>
      )}
      {children}
    </View>
  );
}

/** Ties hint and error to the control for a screen reader. */
export const describedBy = ({ id, hint, error }: FieldWords): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
