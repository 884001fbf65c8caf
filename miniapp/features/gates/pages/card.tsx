import { toChinaDate } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { useSession } from '@miniapp/platform/session';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { PrintedCard } from '../components/printed-card';
import { type CardWork, useCard } from '../use-card';

definePageConfig({ navigationBarTitleText: '纸质优享卡' });

const title = '纸质优享卡';

export default function CardPage() {
  useWide();
  const role = useSession()?.role;
  const work = useCard();
  const { found, issued, ended, busy } = work;
  const problems = <ErrorSummary problems={work.summary} text={work.text} />;
  if (role !== 'nurse' && role !== 'operator')
    return (
      <Page title={title}>
        <EmptyState icon="person" title="请用工作人员身份登录" text="发卡、挂失由血站工作人员和运营人员办理。" />
      </Page>
    );
  if (ended)
    return (
      <Page title={title} action={<Button onPress={work.again}>再办一件</Button>}>
        <Outcome tone="done" title="卡已作废" text="联网的窗口马上不认；断网的设备在下次联网后不认。" />
      </Page>
    );
  if (issued)
    return (
      <Page
        title={title}
        action={
          <Button busy={busy} onPress={() => void work.draw()}>
            打印（PDF）
          </Button>
        }
      >
        {problems}
        <PrintedCard card={issued} />
        <Button kind="quiet" onPress={work.again}>
          办好了，再办一件
        </Button>
      </Page>
    );
  if (found) return <FoundDonor work={work} found={found} />;
  return (
    <Page
      title={title}
      action={
        <Button busy={busy} onPress={() => void work.look()}>
          查找
        </Button>
      }
    >
      {problems}
      <Card>
        <TextField
          id={fieldId('certificateNumber')}
          label="证书编号"
          hint="电子无偿献血证下方的编号"
          maxLength={40}
          value={work.number}
          error={work.atFields.certificateNumber}
          onChange={work.write}
        />
      </Card>
      <Notice tone="info" title="给谁发">
        奖次满 20 次、没有智能手机的献血者。请先核对身份证件原件。卡上只有静态码，只在有人值守的窗口使用，闸机不认。
      </Notice>
    </Page>
  );
}

function FoundDonor({ work, found }: { readonly work: CardWork; readonly found: NonNullable<CardWork['found']> }) {
  const { entitled, suspended, card, maskedName, awardCountTenths, neededTenths } = found;
  const mayHave = entitled && !suspended;
  return (
    <Page
      title={title}
      action={
        mayHave ? (
          <Button busy={work.busy} onPress={() => void work.giveOut()}>
            {card ? '换一张新卡，旧卡作废' : '发卡'}
          </Button>
        ) : (
          <Button onPress={work.again}>返回</Button>
        )
      }
    >
      <ErrorSummary problems={work.summary} text={work.text} />
      <Card title="献血者">
        <Facts
          items={[
            { label: '姓名', value: maskedName },
            { label: '奖次', value: `${awardCountTenths / 10} 次，满 ${neededTenths / 10} 次可以发卡` },
            {
              label: '现有的卡',
              value: card
                ? `${sayMonthDay(toChinaDate(card.issuedAt))}发，用到${sayMonthDay(toChinaDate(card.expiresAt))}`
                : '没有',
            },
          ]}
        />
      </Card>
      {!entitled && <Notice tone="look">奖次还没有达到，不能发卡。</Notice>}
      {suspended && <Notice tone="stop">优享码已暂停，不能发卡。</Notice>}
      {card && (
        <Card title="卡丢了，先作废">
          <TextField
            id={fieldId('reason')}
            label="原因"
            hint="例如：本人来说卡丢了"
            maxLength={200}
            value={work.reason}
            error={work.atFields.reason}
            onChange={work.writeReason}
          />
          <Button kind="secondary" busy={work.busy} onPress={() => void work.end()}>
            作废这张卡
          </Button>
        </Card>
      )}
      {mayHave && (
        <Button kind="quiet" onPress={work.again}>
          不是这个人，重新查找
        </Button>
      )}
    </Page>
  );
}
