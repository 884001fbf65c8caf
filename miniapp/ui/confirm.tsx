import { type ReactNode } from 'react';
import { Button } from './button';
import { Card } from './card';
import { type Fact, Facts } from './facts';
import { Notice } from './notice';
import { Page } from './page';

interface ConfirmProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What happens next, or what it means. */
  readonly children?: ReactNode;
  /** The refusal in words, when the act was refused. */
  readonly refusal?: string;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly busy?: boolean;
  readonly backLabel?: string;
  readonly onBack: () => void;
}

/** Asks once more on a page of its own, showing everything that will be done: never in a pop-up. */
export function Confirm({
  title,
  facts,
  children,
  refusal,
  confirmLabel,
  onConfirm,
  busy,
  backLabel = '返回修改',
  onBack,
}: ConfirmProps) {
  const action = (
    <>
      <Button onPress={onConfirm} busy={busy}>
        {confirmLabel}
      </Button>
      <Button kind="quiet" onPress={onBack} disabled={busy}>
        {backLabel}
      </Button>
    </>
  );
  return (
    <Page title={title} action={action}>
      {refusal && (
        <Notice tone="look" title="没有办成" announce>
          {refusal}
        </Notice>
      )}
      <Card>
        <Facts items={facts} />
      </Card>
      {children}
    </Page>
  );
}
