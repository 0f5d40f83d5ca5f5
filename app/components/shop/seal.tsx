/** The red seal, four characters read from the right column down. Used rarely: on a trace, a certificate, a receipt. */
export function Seal({ characters, label }: { characters: string; label: string }) {
  return (
    <span className="seal" role="img" aria-label={label}>
      <span aria-hidden="true">{characters}</span>
    </span>
  );
}
