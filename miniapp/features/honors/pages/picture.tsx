import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { getGrowthPicture, makeGrowthPicture } from '@contract/growth';
import { apiBase } from '@miniapp/platform/build';
import { call } from '@miniapp/platform/call';
import { openPdf, sharePicture } from '@miniapp/platform/open-file';
import { useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Picture } from '@miniapp/ui/picture';
import { Stack } from '@miniapp/ui/stack';
import { say } from '../words';
import './picture.scss';

definePageConfig({ navigationBarTitleText: '献血记录图片' });

/** Seconds between questions while it is drawn. */
const waits = [1, 1, 2, 3, 5];

export default function GrowthPicturePage() {
  const year = useParam('year');
  const ofYear = year !== '';
  const title = ofYear ? `${year} 年献血记录` : '分享海报';
  const [masked, setMasked] = useState(false);
  const [days, setDays] = useState(false);
  const [pictureId, setPictureId] = useState('');
  const make = useCommand(makeGrowthPicture);
  const picture = useQuery(getGrowthPicture, { pictureId }, { skip: pictureId === '' });
  const shown = picture.kind === 'ready' && pictureId !== '' ? picture.value : null;
  const start = async () => {
    const wish = { name: masked ? 'masked' : 'none', days: ofYear && days } as const;
    const answer = await make.run(ofYear ? { kind: 'year', year: Number(year), ...wish } : { kind: 'poster', ...wish });
    if (!answer?.ok) return;
    if (answer.value.pictureId === pictureId) await picture.reload();
    setPictureId(answer.value.pictureId);
  };
  const isMaking = pictureId !== '' && (shown === null || shown.state === 'being_made');
  useRepeat(() => (isMaking ? picture.reload() : Promise.resolve()), waits, isMaking ? pictureId : '');
  // A donation came between: it is drawn again by itself.
  const outdated = shown?.state === 'outdated';
  useEffect(() => {
    if (outdated) void start();
  });
  /** The address lives for two minutes, so that each tap asks for a new one. */
  const open = async (form: 'picture' | 'pdf') => {
    const answer = await call(getGrowthPicture, { pictureId });
    const file = answer.ok ? answer.value[form] : null;
    if (file) await (form === 'pdf' ? openPdf(file.url) : sharePicture(file.url, file.fileName));
    else await picture.reload();
  };
  const ready = shown?.state === 'ready' && shown.picture ? shown.picture : null;
  return (
    <Page
      title={title}
      action={
        ready ? (
          <Button icon="share" onPress={() => void open('picture')}>
            保存或分享图片
          </Button>
        ) : (
          pictureId === '' && (
            <Button busy={make.busy} onPress={() => void start()}>
              生成图片
            </Button>
          )
        )
      }
    >
      {make.refusal && (
        <Notice tone="look" announce>
          {say(make.refusal)}
        </Notice>
      )}
      {pictureId === '' && (
        <Card title="图片上写什么">
          <Stack gap={3}>
            <View className="t-body">
              {ofYear ? '写这一年献血的次数、数量、月份和得到的荣誉。' : '写献血的总次数、数量、年份和达到的荣誉。'}
              不写证件号码、血型、地点和联系方式。
            </View>
            <CheckRow
              id="picture-name"
              label="写上隐去姓氏的姓名"
              note={masked ? '例如“*小明”' : '现在写的是“一位浙江献血者”'}
              checked={masked}
              onChange={setMasked}
            />
            {ofYear && (
              <CheckRow
                id="picture-days"
                label="列出每一次的日期和数量"
                note="想给自己留作记录时勾选"
                checked={days}
                onChange={setDays}
              />
            )}
          </Stack>
        </Card>
      )}
      {isMaking && (
        <Notice tone="wait" title="正在生成" announce>
          大约几秒钟，好了会自动显示。您也可以先去别的页面，回来再看。
        </Notice>
      )}
      {shown?.state === 'failed' && (
        <Notice tone="look" title="这次没有生成" announce>
          请过一会儿再试。
        </Notice>
      )}
      {ready && (
        <Stack gap={3}>
          <Picture className="growth-picture" address={apiBase + ready.url} label={title} />
          <View className="t-note t-quiet">也可以长按图片保存。二维码打开的是“我能献血吗”，和您个人无关。</View>
          <Button kind="secondary" onPress={() => void open('pdf')}>
            打开 PDF（可打印）
          </Button>
        </Stack>
      )}
      {pictureId !== '' && !isMaking && (
        <Button kind="quiet" onPress={() => setPictureId('')}>
          改一改写什么
        </Button>
      )}
    </Page>
  );
}
