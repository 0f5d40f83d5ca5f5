const QUIET_ZONE = 4;

/** A QR code: dark on white by day and by night, with the four modules of white every reader needs around it. */
export function QrCode({ size, path, label }: { size: number; path: string; label: string }) {
  const whole = size + 2 * QUIET_ZONE;
  return (
    <svg className="qr" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className="qr-paper" d={`M0 0h${whole}v${whole}H0z`} />
      <path className="qr-ink" d={path} transform={`translate(${QUIET_ZONE} ${QUIET_ZONE})`} />
    </svg>
  );
}
