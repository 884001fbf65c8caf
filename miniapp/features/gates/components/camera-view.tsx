import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { watchCodes } from '@miniapp/platform/code-camera';

interface CameraViewProps {
  readonly onRead: (text: string) => void;
}

/** Web alone: the camera of the tablet, where the browser can read codes by itself. */
export function CameraView({ onRead }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    let stop: (() => void) | null = null;
    let ended = false;
    if (video.current)
      void watchCodes(video.current, onRead).then(opened => {
        if (ended) opened?.();
        else stop = opened;
        setMissing(opened === null);
      });
    return () => {
      ended = true;
      stop?.();
    };
  }, [onRead]);

  if (missing) return <View className="gate-hint">没有可用的摄像头，请用扫码枪</View>;
  return <video ref={video} className="gate-camera" muted playsInline aria-label="摄像头画面" />;
}
