import { sayTime } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { sayGroup, sexNames, typeNames } from '../nurse-words';
import { type CheckIn, type Found } from '../use-check-in';

/** Whom the register has under this number: to be compared with the person and the document before the check-in. */
export function FoundDonor({ found, checkIn }: { readonly found: Found; readonly checkIn: CheckIn }) {
  const { maskedName, sex, ageYears, bloodGroup, booking, alreadyHere } = found;
  const { last, admit, busy } = checkIn;
  return (
    <Card title="请核对是不是这位">
      <Facts
        items={[
          { label: '姓名', value: `${maskedName}，${sexNames[sex]}，${ageYears} 岁` },
          { label: '血型', value: sayGroup(bloodGroup) },
          {
            label: '今天的预约',
            value: booking ? `${sayTime(booking.startsAt)} ${typeNames[booking.type]}` : '没有预约',
          },
        ]}
      />
      {alreadyHere && <Notice tone="look">这位已经报到，正在排队，不用再报到。</Notice>}
      {!alreadyHere && <SawDocument checkIn={checkIn} />}
      {!alreadyHere && booking && (
        <Button busy={busy} onPress={() => last && void admit(last.arrives)}>
          报到
        </Button>
      )}
      {!alreadyHere && !booking && <WalkIn checkIn={checkIn} />}
    </Card>
  );
}

/** Said for each donor: by this alone the account on the phone that showed the code counts as proved at the counter. */
export function SawDocument({ checkIn: { sawDocument, setSawDocument } }: { readonly checkIn: CheckIn }) {
  return (
    <CheckRow
      id={fieldId('sawDocument')}
      label="已核对本人证件，和上面一致"
      note="勾选后直接排征询；不勾选，到登记台再核对"
      checked={sawDocument}
      onChange={setSawDocument}
    />
  );
}

/** No booking: one tap says what is given and admits. */
export function WalkIn({ checkIn: { walkIn, busy } }: { readonly checkIn: CheckIn }) {
  if (!walkIn) return null;
  return (
    <Stack gap={3}>
      <Button kind="secondary" busy={busy} onPress={() => walkIn('whole_blood')}>
        现场献全血
      </Button>
      <Button kind="secondary" busy={busy} onPress={() => walkIn('platelets')}>
        现场献血小板
      </Button>
    </Stack>
  );
}
