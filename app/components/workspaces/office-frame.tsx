import type { ReactNode } from 'react';
import { Workspace } from '#app/components/shell/workspace.tsx';
import { useT } from '#app/i18n/index.tsx';

type OfficeFrameProps = {
  areas?: string;
  current: 'households' | 'statements';
  /** Whether the reader answers statements for households: then there is a place for that. */
  answers: boolean;
  children: ReactNode;
};

/** The frame of an office's pages, and of a village helper's. */
export function OfficeFrame({ areas, current, answers, children }: OfficeFrameProps) {
  const t = useT();
  const links = [{ href: '/office', label: t('workspaces.office.households'), current: current === 'households' }];
  if (answers) {
    const label = t('statements.village.nav');
    links.push({ href: '/office/statements', label, current: current === 'statements' });
  }
  return (
    <Workspace
      title={t('workspaces.office.title')}
      {...(areas === undefined ? {} : { subtitle: areas })}
      label={t('workspaces.nav')}
      links={links}
    >
      {children}
    </Workspace>
  );
}

type Holder = { grants: readonly { permission: string }[] };

/** Only to show the place or not: the pages there ask for themselves. */
export function answersFor({ grants }: Holder): boolean {
  return grants.some(({ permission }) => permission === 'statements.answer-for');
}
