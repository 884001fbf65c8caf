import { Text, View } from '@tarojs/components';
import { sayTime } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { Icon } from '@miniapp/ui/icon';
import { Press } from '@miniapp/ui/press';
import { Tag } from '@miniapp/ui/tag';
import { formTags, type StaffVisit, stateTags, type Today, typeNames } from '../nurse-words';
import { stageNames } from '../station-words';
import './visit-row.scss';

/** Number first: that is what is called. */
export function VisitRow({ visit }: { readonly visit: StaffVisit }) {
  const { id, number, maskedName, type, stage, state, desk, bloodGroup, questionnaire, booked, arrivedAt, skips } =
    visit;
  const atDesk = state === 'waiting' || state === 'called' || state === 'held';
  const form = formTags[questionnaire?.outcome ?? 'missing'];
  return (
    <Press className="visit-row" onPress={() => void go(routes.staffVisit({ visitId: id }))}>
      <Text className="visit-row-number">{number}</Text>
      <View className="visit-row-words">
        <Text className="t-strong">{`${maskedName} · ${typeNames[type]}`}</Text>
        <Text className="visit-row-note">
          {`${booked ? '预约' : '现场'} · ${sayTime(arrivedAt)} 到${bloodGroup ? '' : ' · 首次献血'}`}
        </Text>
        <View className="visit-row-tags">
          {state !== 'waiting' && (
            <Tag tone={stateTags[state].tone}>{desk ? `${stateTags[state].text} ${desk}` : stateTags[state].text}</Tag>
          )}
          {state === 'called' && <Tag tone="info">{stageNames[stage]}</Tag>}
          {skips > 0 && atDesk && <Tag tone="wait">{`过号 ${skips} 次`}</Tag>}
          {visit.vitals === 'outside' && <Tag tone="look">快检超限</Tag>}
          {atDesk && <Tag tone={form.tone}>{form.text}</Tag>}
        </View>
      </View>
      <Icon name="forward" colour="ink-3" />
    </Press>
  );
}

/** Somebody who has booked and is not there yet: nothing to open, only to look for. */
export function ExpectedRow({ expected }: { readonly expected: Today['expected'][number] }) {
  const form = formTags[expected.questionnaire];
  return (
    <View className="visit-row">
      <Text className="visit-row-number">{sayTime(expected.startsAt)}</Text>
      <View className="visit-row-words">
        <Text className="t-strong">{`${expected.maskedName} · ${typeNames[expected.type]}`}</Text>
        <View className="visit-row-tags">
          <Tag tone={form.tone}>{form.text}</Tag>
        </View>
      </View>
    </View>
  );
}
