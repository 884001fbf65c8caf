import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { PlaceFields } from '../components/place-fields';
import { sayPlaces } from '../registry-words';
import { usePlaceForm } from '../use-place-form';

definePageConfig({ navigationBarTitleText: '使用地点' });

export default function PlaceFormPage() {
  useWide();
  const placeId = useParam('placeId');
  const form = usePlaceForm(placeId);
  const { known, saved } = form;
  const title = placeId === '' ? '新增使用地点' : '修改使用地点';
  if (saved)
    return (
      <Page
        title={title}
        action={
          <Button onPress={() => void replaceWith(routes.managedPlace({ placeId: saved.placeId }))}>
            查看这个地点
          </Button>
        }
      >
        <Outcome
          tone="done"
          title={saved.published ? '已发布' : '已存为草稿'}
          text={saved.published ? '献血者现在就能看到。' : '献血者还看不到，发布后才能看到。'}
        />
      </Page>
    );
  const ready = placeId === '' || known.kind === 'ready';
  const action = ready && (
    <>
      <Button busy={form.busy} onPress={() => void form.save(true)}>
        保存并发布
      </Button>
      <Button kind="quiet" disabled={form.busy} onPress={() => void form.save(false)}>
        存为草稿，暂不发布
      </Button>
    </>
  );
  return (
    <Page title={title} action={action}>
      <ErrorSummary problems={form.summary} text={form.text} />
      {placeId === '' ? (
        <PlaceFields form={form} />
      ) : (
        <Loaded query={known} say={sayPlaces}>
          {() => <PlaceFields form={form} />}
        </Loaded>
      )}
    </Page>
  );
}
