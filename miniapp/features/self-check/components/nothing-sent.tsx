import { Notice } from '@miniapp/ui/notice';

export function NothingSent() {
  return (
    <Notice tone="info" title="只在您的手机上计算">
      您填的内容不会发送，也不会保存；离开这一页就没有了。
    </Notice>
  );
}
