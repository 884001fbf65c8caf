import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { TextField } from '@miniapp/ui/field-text';
import { Icon } from '@miniapp/ui/icon';
import { Press } from '@miniapp/ui/press';
import { emptyLine, type LineDraft, type Problems } from '../settle-form';
import './bill-fields.scss';

interface LineFieldsProps {
  readonly work: {
    readonly draft: { readonly lines: readonly LineDraft[] };
    readonly problems: Problems;
    readonly change: (part: { lines: readonly LineDraft[] }) => void;
  };
  readonly note?: string;
}

/** The lines of the bill; which of them are blood is decided by the rules, not here. */
export function LineFields({
  work: { draft, problems, change },
  note = '按账单照抄，系统会自动认出用血费用；配血、输血服务等不减免。',
}: LineFieldsProps) {
  const { lines } = draft;
  const set = (at: number, part: Partial<LineDraft>) =>
    change({ lines: lines.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <Card title="费用明细" aside={`${lines.length} 项`}>
      <View className="t-quiet">{note}</View>
      {lines.map((line, at) => (
        <View className="bill-line" key={at}>
          <TextField
            id={fieldId(`lines.${at}.name`)}
            label={`第 ${at + 1} 项名称`}
            value={line.name}
            maxLength={80}
            error={problems[`lines.${at}.name`]}
            onChange={name => set(at, { name })}
          />
          <TextField
            id={fieldId(`lines.${at}.amountFen`)}
            label="金额（元）"
            value={line.amount}
            maxLength={14}
            error={problems[`lines.${at}.amountFen`]}
            onChange={amount => set(at, { amount })}
          />
          {lines.length > 1 && (
            <Press
              className="bill-remove"
              label={`删除第 ${at + 1} 项`}
              onPress={() => change({ lines: lines.filter((_, index) => index !== at) })}
            >
              <Icon name="cross" colour="ink-2" />
            </Press>
          )}
        </View>
      ))}
      <Button kind="secondary" onPress={() => change({ lines: [...lines, emptyLine] })}>
        添加一项
      </Button>
    </Card>
  );
}
