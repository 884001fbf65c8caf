import { View } from '@tarojs/components';
import { type Role } from '@contract/endpoint';
import { hostNames } from '@miniapp/features/account/words';
import { Card } from '@miniapp/ui/card';
import { type Persona } from '../use-persona';
import './persona-card.scss';

const roleNames: Partial<Record<Role, string>> = {
  visitor: '未实名',
  citizen: '已实名',
  nurse: '护士',
  clerk: '医院',
  gate: '闸机',
  reviewer: '审核',
  operator: '运营',
};

interface PersonaCardProps {
  readonly persona: Persona;
  readonly busy: boolean;
  readonly onPress: () => void;
}

export function PersonaCard({ persona, busy, onPress }: PersonaCardProps) {
  const { title, story, host, role } = persona;
  const way = host ? `${hostNames[host]} · ${roleNames[role] ?? ''}` : (roleNames[role] ?? '');
  return (
    <Card title={title} aside={busy ? '正在登录…' : way} onPress={onPress}>
      <View className="persona-story">{story}</View>
    </Card>
  );
}
