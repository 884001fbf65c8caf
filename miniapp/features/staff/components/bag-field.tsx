import { View } from '@tarojs/components';
import { parseDin } from '@rules/identifiers';
import { host } from '@miniapp/platform/host';
import { Button } from '@miniapp/ui/button';
import { Tag } from '@miniapp/ui/tag';
import { CodeField } from './code-field';

interface BagFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onScan: () => void;
}

/** The number on the bag, by camera, by a reader that types, or by hand: the check character is told while it is typed. */
export function BagField({ value, error, onChange, onScan }: BagFieldProps) {
  return (
    <>
      <CodeField
        name="donationNumber"
        label="献血条码"
        hint="扫血袋上的条码，或输入 13 位号码和末位校验字符。"
        {...(error && { error })}
        value={value}
        onChange={onChange}
        onEnter={() => undefined}
      />
      {parseDin(value) && (
        <View>
          <Tag tone="done">条码校验正确</Tag>
        </View>
      )}
      {host.canScan && (
        <Button kind="secondary" icon="scan" onPress={onScan}>
          扫条码
        </Button>
      )}
    </>
  );
}
