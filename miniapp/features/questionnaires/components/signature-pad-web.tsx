import { type PointerEvent } from 'react';
import { colours } from '@miniapp/ui/tokens';
import { begin, extend, field, pathOf, pointAt } from '../stroke';
import { type SignaturePadProps } from './signature-pad';

/** In a browser: pointer events, so that mouse, pen and finger all write. */
export function WebPad({ strokes, onChange }: SignaturePadProps) {
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return pointAt(event.clientX - box.left, event.clientY - box.top, box);
  };
  const start = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = point(event);
    onChange(before => begin(before, at));
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const at = point(event);
    onChange(before => extend(before, at));
  };
  return (
    <svg
      className="signature-pad"
      viewBox={`0 0 ${field.width} ${field.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={strokes.length > 0 ? '手写签名，已经有笔迹' : '手写签名，还是空的'}
      onPointerDown={start}
      onPointerMove={draw}
    >
      {strokes.map((stroke, index) => (
        <path
          key={index}
          d={pathOf(stroke)}
          fill="none"
          stroke={colours.ink}
          strokeWidth="9"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
