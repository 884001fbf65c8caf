import { View } from '@tarojs/components';
import { sayDate, sayTime } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { Tag } from '@miniapp/ui/tag';
import { formTags, sayGroup, sexNames, type StaffVisit, stateTags, typeNames } from '../nurse-words';
import { stageNames } from '../station-words';
import './visit-details.scss';

/** Who it is, as far as a screen may show. */
export function VisitHead({ visit }: { readonly visit: StaffVisit }) {
  const { number, maskedName, sex, ageYears, bloodGroup, type, booked, bookedFor, arrivedAt, stage, state, desk } =
    visit;
  const tag = stateTags[state];
  const ended = state === 'done' || state === 'left' || state === 'deferred';
  const where = ended ? tag.text : `${stageNames[stage]} · ${desk ? `${tag.text} ${desk}` : tag.text}`;
  return (
    <Card>
      <Stack across spread gap={2}>
        <View className="visit-number">{number}</View>
        <Tag tone={tag.tone}>{where}</Tag>
      </Stack>
      <Facts
        items={[
          { label: '姓名', value: `${maskedName}，${sexNames[sex]}，${ageYears} 岁` },
          { label: '血型', value: sayGroup(bloodGroup) },
          { label: '献什么', value: typeNames[type] },
          {
            label: '到站',
            value: `${sayTime(arrivedAt)}，${booked && bookedFor ? `预约 ${sayTime(bookedFor)}` : '现场献血'}`,
          },
        ]}
      />
    </Card>
  );
}

/** What the donor's answers say. */
export function FormCard({ questionnaire }: Pick<StaffVisit, 'questionnaire'>) {
  const form = formTags[questionnaire?.outcome ?? 'missing'];
  return (
    <Card title="健康征询" aside={<Tag tone={form.tone}>{form.text}</Tag>}>
      {!questionnaire && <View>今天的征询表还没有签名提交，提交后才能采血。</View>}
      {questionnaire?.findings.length === 0 && <View>所有问题都没有异常。</View>}
      {questionnaire?.findings.map(({ questionId, text, outcome, ruleId, until }) => (
        <Notice key={questionId} tone={outcome === 'advice' ? 'info' : 'look'}>
          <View>{text}</View>
          <View className="t-note t-quiet">
            {[`第 ${questionId.replace(/^q0?/, '')} 题`, ruleId, until && `${sayDate(until)}起可献`]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </Notice>
      ))}
    </Card>
  );
}
