import type { ReactNode } from 'react';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { ClaimState, ClaimView } from '#server/after-sales/contract.ts';
import { ClaimHistory } from './claim-history.tsx';

type ClaimStepProps = {
  claim: ClaimView;
  title: string;
  lead?: string;
  /** The claims' list this step belongs to, with its own address. */
  list: { href: string; label: string };
  /** In which states the step can be taken; in any other it says so instead. What was typed stays in sight. */
  open: readonly ClaimState[];
  typed: boolean;
  children: ReactNode;
};

/** The page of one step that whoever decides a claim takes, with its history beside it. */
export function ClaimStep({ claim, title, lead, list, open, typed, children }: ClaimStepProps) {
  const t = useT();
  const back = `${list.href}/${claim.number}`;
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: list.label, href: list.href }, { label: claim.number, href: back }, { label: title }]}
      />
      <h1>{title}</h1>
      {open.includes(claim.state) || typed ? (
        <div className="desk">
          <section className="stack">
            {lead ? <p className="quiet">{lead}</p> : null}
            {children}
          </section>
          <aside>
            <ClaimHistory claim={claim} />
          </aside>
        </div>
      ) : (
        <p>{t('claims.decide.closed', { state: t(`claims.states.${claim.state}`) })}</p>
      )}
      <p className="more">
        <a className="link" href={back}>
          {t('claims.page.backToClaim')}
        </a>
      </p>
    </>
  );
}
