import { listSessions } from '@contract/sessions';
import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { DateField, SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { GroupSlots } from '../components/group-slots';
import { releaseChoices } from '../release-at';
import { useGroupForm } from '../use-group-form';
import { say, typeNames } from '../words';

definePageConfig({ navigationBarTitleText: '新建团体预约' });

/** Staff keep places for a company or a university. */
export default function StaffGroupNewPage() {
  const own = useQuery(listSessions, { from: today(), days: '1' });
  const { draft, change, chosen, toggle, create, busy, problems } = useGroupForm();
  const action = own.kind === 'ready' && (
    <Button busy={busy} onPress={() => void create()}>
      留出名额，生成预约码
    </Button>
  );
  const { siteId, type, name, on, places, release } = draft;
  return (
    <Page title="新建团体预约" action={action}>
      <ErrorSummary problems={problems.summary} text={problems.text} />
      <Loaded query={own} say={say}>
        {({ sites }) => (
          <>
            <Card>
              <TextField
                id={fieldId('name')}
                label="单位或学校"
                error={problems.atFields.name}
                value={name}
                maxLength={60}
                onChange={value => change({ name: value })}
              />
              <SelectField
                id={fieldId('siteId')}
                label="献血点"
                error={problems.atFields.siteId}
                choices={sites.map(site => ({ value: site.id, label: site.name }))}
                value={siteId}
                onChange={value => change({ siteId: value })}
              />
              <ChoiceField
                id={fieldId('type')}
                label="献什么"
                choices={(['whole_blood', 'platelets'] as const).map(value => ({ value, label: typeNames[value] }))}
                value={type}
                onChange={value => change({ type: value })}
              />
              <DateField
                id={fieldId('on')}
                label="日期"
                error={problems.atFields.on}
                value={on}
                from={today()}
                to={addDays(today(), 30)}
                onChange={value => change({ on: value })}
              />
            </Card>
            {siteId !== null && on !== '' && (
              <GroupSlots
                day={{ siteId, type, on }}
                chosen={chosen}
                error={problems.atFields.times}
                onToggle={toggle}
              />
            )}
            <Card>
              <TextField
                id={fieldId('places')}
                label="每个时间留几个名额"
                error={problems.atFields.places}
                kind="number"
                value={places}
                maxLength={2}
                onChange={value => change({ places: value })}
              />
              <SelectField
                id={fieldId('release')}
                label="没约出去的名额什么时候放开"
                choices={releaseChoices}
                value={release}
                onChange={value => change({ release: value })}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
