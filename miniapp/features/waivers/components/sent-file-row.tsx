import { View } from '@tarojs/components';
import { Button } from '@miniapp/ui/button';
import { Icon } from '@miniapp/ui/icon';
import { Picture } from '@miniapp/ui/picture';
import { saySize, type SentFile } from '../cross-form';
import './upload-field.scss';

interface SentFileRowProps {
  readonly file: SentFile;
  readonly label: string;
  readonly onDrop?: () => void;
}

/** One file as it was sent: the picture itself, or that it is a document. */
export function SentFileRow({ file, label, onDrop }: SentFileRowProps) {
  const isPicture = file.contentType !== 'application/pdf';
  return (
    <View className="claim-file">
      {isPicture ? (
        <Picture className="claim-file-shown" address={file.address} label={label} />
      ) : (
        <Icon name="form" colour="red" scale={2} />
      )}
      <View className="claim-file-words">
        <View className="t-strong">{label}</View>
        <View className="t-note t-quiet">{`${isPicture ? '照片' : 'PDF'} · ${saySize(file.bytes)} · 已上传`}</View>
      </View>
      {onDrop && (
        <Button kind="quiet" onPress={onDrop}>
          {`删掉${label}`}
        </Button>
      )}
    </View>
  );
}
