import type { ReactNode } from 'react';
import { type SceneName, sceneHref } from '#app/components/drawings/families.ts';

type EmptyStateProps = {
  scene: SceneName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  heading?: 'h1' | 'h2';
};

/** Nothing here yet: a small scene, what that means, and what to do. `h1` where it is all of a page. */
export function EmptyState({ scene, title, children, action, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="empty">
      <img className="scene" src={sceneHref(scene)} alt="" width={240} height={180} />
      <Heading>{title}</Heading>
      {children ? <p className="quiet">{children}</p> : null}
      {action ? <div className="row">{action}</div> : null}
    </div>
  );
}
