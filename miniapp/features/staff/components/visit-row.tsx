import { Text, View } from '@tarojs/components';
import { sayTime } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { Icon } from '@miniapp/ui/icon';
import { Press } from '@miniapp/ui/press';
import { Tag } from '@miniapp/ui/tag';
import { formTags, type StaffVisit, stateTags, type Today, typeNames } from '../nurse-words';
import './visit-row.scss';

/** Number first: that is what is called. */
export function VisitRow({ visit }: { readonly visit: StaffVisit }) {
  const { id, number, maskedName, type, state, desk, bloodGroup, questionnaire, booked, arrivedAt } = visit;
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
          {(state === 'waiting' || state === 'called') && <Tag tone={form.tone}>{form.text}</Tag>}
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
