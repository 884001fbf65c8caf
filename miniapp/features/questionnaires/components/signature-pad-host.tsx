import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { spoken } from '@miniapp/platform/spoken';
import { begin, extend, field, pointAt } from '../stroke';
import { type SignaturePadProps } from './signature-pad';

const padId = 'signature-pad';
/** Dots for each dp: sharp on every phone, and still quick to draw. */
const sharpness = 2;

interface Pad {
  readonly width: number;
  readonly height: number;
  readonly context: CanvasRenderingContext2D;
}

interface Touching {
  readonly touches: readonly { readonly x: number; readonly y: number }[];
}

/** In a mini-program: the host's canvas, drawn anew from the strokes so that the picture is what is sent. */
export function HostPad({ strokes, onChange }: SignaturePadProps) {
  const pad = useRef<Pad | null>(null);
  useEffect(() => {
    // The native canvas exists one tick after React has placed it.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${padId}`)
        .fields({ node: true, size: true }, found => {
          pad.current = padOf(found);
        })
        .exec();
    });
  }, []);
  useEffect(() => {
    const { current } = pad;
    if (!current) return;
    const { context, width, height } = current;
    context.clearRect(0, 0, width, height);
    for (const stroke of strokes) {
      context.beginPath();
      for (const [x, y] of stroke) context.lineTo((x / field.width) * width, (y / field.height) * height);
      context.stroke();
    }
  }, [strokes]);

  const point = ({ touches: [touch] }: Touching) =>
    touch && pad.current ? pointAt(touch.x, touch.y, pad.current) : null;
  const start = (event: Touching) => {
    const at = point(event);
    if (at) onChange(before => begin(before, at));
  };
  const draw = (event: Touching) => {
    const at = point(event);
    if (at) onChange(before => extend(before, at));
  };
  return (
    <Canvas
      type="2d"
      id={padId}
      className="signature-pad"
      disableScroll
      {...spoken({ label: '手写签名' })}
      onTouchStart={start}
      onTouchMove={draw}
    />
  );
}

function padOf(found: Parameters<Taro.NodesRef.FieldsCallback>[0]): Pad | null {
  const { node, width, height } = found as { node?: HTMLCanvasElement; width?: number; height?: number };
  const context = node?.getContext('2d');
  if (!node || !context || !width || !height) return null;
  node.width = width * sharpness;
  node.height = height * sharpness;
  context.scale(sharpness, sharpness);
  context.lineWidth = 3;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  return { width, height, context };
}
