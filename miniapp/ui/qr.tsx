import { useMemo } from 'react';
import { Picture } from './picture';
import { qrAddress, type QrSegment } from './qr-matrix';
import './qr.scss';

interface QrProps {
  readonly segments: readonly QrSegment[];
  readonly label: string;
}

/** A QR code, error correction M, as wide as its place up to 280 dp. */
export function Qr({ segments, label }: QrProps) {
  const address = useMemo(() => qrAddress(segments), [segments]);
  return <Picture className="ui-qr" address={address} label={label} />;
}
