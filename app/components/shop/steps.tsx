/** Where one is in a short sequence (cart, checkout, paid). */
export function Steps({ label, steps, current }: { label: string; steps: string[]; current: number }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined} className={index < current ? 'done' : ''}>
          {step}
        </li>
      ))}
    </ol>
  );
}
