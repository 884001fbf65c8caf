import { useState } from 'react';
import { View } from '@tarojs/components';
import { applyForHonor } from '@contract/honors';
import { honorCities } from '@rules/honor-certificate';
import { photoProblem } from '@rules/honor-photo';
import { fileOfPhoto, pickPhoto, type PickedPhoto } from '@miniapp/platform/pick-photo';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { sendFile } from '@miniapp/platform/send-file';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { SelectField } from '@miniapp/ui/field-pick';
import { Page } from '@miniapp/ui/page';
import { Picture } from '@miniapp/ui/picture';
import { Stack } from '@miniapp/ui/stack';
import { say, sayPhotoProblem } from '../words';
import { sayUpload } from '@miniapp/platform/upload-words';
import './apply.scss';

definePageConfig({ navigationBarTitleText: '申领荣誉证' });

const cities = honorCities.map(city => ({ value: city, label: city }));

export default function ApplyPage() {
  const [city, setCity] = useState<string | null>(null);
  const [photo, setPhoto] = useState<PickedPhoto | null>(null);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [sending, setSending] = useState(false);
  const apply = useCommand(applyForHonor);
  const send = async () => {
    const found: Record<string, string> = {};
    if (city === null) found.city = '请选择地区。';
    if (photo === null) found.photo = '请选一张照片。';
    setProblems(found);
    if (city === null || photo === null || sending) return;
    setSending(true);
    const sent = await sendFile('honor_photo', fileOfPhoto(photo));
    setSending(false);
    if (!sent.ok) {
      setProblems({ photo: sayUpload(sent) });
      return;
    }
    const answer = await apply.run({ city, uploadId: sent.value.uploadId });
    if (answer?.ok) await replaceWith(routes.honor());
  };
  const pick = async () => {
    const picked = await pickPhoto();
    if (!picked) return;
    const problem = photoProblem(picked.base64);
    setProblems(problem ? { photo: sayPhotoProblem(problem) } : {});
    setPhoto(problem ? null : picked);
  };
  return (
    <Page
      title="申领荣誉证"
      action={
        <Button busy={sending || apply.busy} onPress={() => void send()}>
          提交申请
        </Button>
      }
    >
      <ErrorSummary problems={problems} text={apply.refusal ? say(apply.refusal) : undefined} />
      <Card title="照片">
        <Stack gap={3}>
          <View className="t-body">近期正面免冠照，一寸证件照的比例，只有您一个人，脸部清楚。</View>
          {photo && <Picture className="honor-photo" address={photo.address} label="您选的照片" />}
          <View id={fieldId('photo')}>
            <Button kind="secondary" onPress={() => void pick()}>
              {photo ? '换一张照片' : '拍照或选照片'}
            </Button>
          </View>
          <View className="t-note t-quiet">照片加密保存，只用于荣誉证；由工作人员查看。拍摄地点等信息不会保存。</View>
        </Stack>
      </Card>
      <Card>
        <SelectField
          id={fieldId('city')}
          label="地区"
          hint="写在证上"
          choices={cities}
          value={city}
          error={problems.city}
          onChange={setCity}
        />
      </Card>
    </Page>
  );
}
