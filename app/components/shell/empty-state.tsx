import type { ReactNode } from 'react';
import { type SceneName, sceneHref } from '#app/components/drawings/families.ts';

type EmptyStateProps = { scene: SceneName; title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: a small scene, what that means, and what to do. */
export function EmptyState({ scene, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <img className="scene" src={sceneHref(scene)} alt="" width={240} height={180} />
      <h2>{title}</h2>
      {children ? <p className="quiet">{children}</p> : null}
      {action ? <div className="row">{action}</div> : null}
    </div>
  );
}
