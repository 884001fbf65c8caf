import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import './stack.scss';

interface StackProps {
  /** Steps of 4 dp. */
  readonly gap?: 1 | 2 | 3 | 4 | 6;
  readonly across?: boolean;
  /** Across only: push the first and the last to the edges. */
  readonly spread?: boolean;
  readonly children: ReactNode;
}

/** Things one below the other, or side by side, with even space between them. */
export function Stack({ gap = 3, across = false, spread = false, children }: StackProps) {
  const direction = across ? `ui-stack-across${spread ? ' ui-stack-spread' : ''}` : 'ui-stack-down';
  return <View className={`ui-stack ui-stack-${gap} ${direction}`}>{children}</View>;
}
