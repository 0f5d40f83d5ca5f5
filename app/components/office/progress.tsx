/** How far long work has come, in a bar and in words. */
export function Progress({ label, done, total, note }: { label: string; done: number; total: number; note?: string }) {
  return (
    <div className="progress">
      <div className="row row-between">
        <span>{label}</span>
        <span className="quiet">
          {done} / {total}
        </span>
      </div>
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
      {note ? <p className="small quiet">{note}</p> : null}
    </div>
  );
}
