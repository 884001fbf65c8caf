import { chooseElder, useElder } from '@miniapp/platform/elder';
import { ListRow } from '@miniapp/ui/list-row';

/** The way into large type and out of it, on the first page as the norm for elder-friendly services asks. */
export function ElderRow() {
  const elder = useElder();
  return (
    <ListRow
      id="elder"
      icon="large-type"
      title={elder ? '返回标准版' : '大字版'}
      note={elder ? '文字和按钮恢复标准大小' : '文字和按钮更大，适合老年人使用'}
      onPress={() => chooseElder(!elder)}
    />
  );
}
