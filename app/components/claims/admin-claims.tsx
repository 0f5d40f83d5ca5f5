import type { ReactNode } from 'react';
import { Workspace } from '#app/components/shell/workspace.tsx';
import { useT } from '#app/i18n/index.tsx';

/** The frame of the platform's pages about claims. */
export function AdminClaims({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <Workspace
      title={t('workspaces.admin.title')}
      label={t('workspaces.nav')}
      links={[
        { href: '/admin', label: t('workspaces.admin.health') },
        { href: '/admin/claims', label: t('claims.admin.title'), current: true },
      ]}
    >
      {children}
    </Workspace>
  );
}
