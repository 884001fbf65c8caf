import { View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import './heading.scss';

interface HeadingProps {
  readonly children: string;
  readonly level?: 1 | 2 | 3;
}

export function Heading({ children, level = 2 }: HeadingProps) {
  const className = `ui-heading ui-heading-${level}`;
  if (!isWeb) return <View className={className}>{children}</View>;
  const Tag = `h${level}` as const;
  return <Tag className={className}>{children}</Tag>;
}
