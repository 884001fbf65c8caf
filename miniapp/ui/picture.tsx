import { Image } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';

interface PictureProps {
  readonly address: string;
  /** What it shows, in words. */
  readonly label: string;
  readonly className: string;
}

export function Picture({ address, label, className }: PictureProps) {
  if (isWeb) return <img className={className} src={address} alt={label} />;
  return <Image className={className} src={address} mode="aspectFit" ariaLabel={label} />;
}
