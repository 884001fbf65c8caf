import { exportMyData } from '@contract/own-data';
import { useState } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { go, routes } from '@miniapp/platform/routes';
import { saveText } from '@miniapp/platform/save-text';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '我的数据' });

type Done = 'saved' | 'not saved' | null;

export default function MyDataPage() {
  const command = useCommand(exportMyData);
  const [done, setDone] = useState<Done>(null);
  const take = async () => {
    setDone(null);
    const answer = await command.run({});
    if (!answer?.ok) return;
    const { fileName, content } = answer.value;
    setDone((await saveText(fileName, content, 'application/json')) ? 'saved' : 'not saved');
  };
  return (
    <Page
      title="我的数据"
      action={
        <Button busy={command.busy} onPress={() => void take()}>
          {isWeb ? '导出我的数据' : '复制我的数据'}
        </Button>
      }
    >
      <ErrorSummary problems={{}} text={command.refusal ? say(command.refusal) : undefined} />
      {done === 'saved' && (
        <Notice tone="done" title={isWeb ? '文件已经保存' : '已经复制'} announce>
          {isWeb ? '里面有姓名和证件号码，请自己收好。' : '可以粘贴到备忘录里保存。里面有姓名和证件号码，请自己收好。'}
        </Notice>
      )}
      {done === 'not saved' && (
        <Notice tone="look" title="没有导出成功" announce>
          请再点一次，或用电脑打开网页版导出。
        </Notice>
      )}
      <Notice tone="info" title="里面有什么">
        本人信息、关联的账号、隐私授权、献血记录、预约、到站测的数值、暂缓献血、用血减免申请和消息，与页面上看到的相同。
      </Notice>
      <Card flush>
        <ListRow
          icon="form"
          title="征询表和电子档案"
          note="我签过的表，单独查看和下载"
          onPress={() => void go(routes.myForms())}
        />
        <ListRow
          icon="history"
          title="记录少了或有误"
          note="请血站核对和更正"
          onPress={() => void go(routes.recordRequests())}
        />
        <ListRow
          icon="leave"
          title="不再使用本服务"
          note="删除账号、预约、消息和授权"
          onPress={() => void go(routes.leaveService())}
        />
      </Card>
    </Page>
  );
}
