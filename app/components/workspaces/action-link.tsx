type ActionLinkProps = { href: string; words: string; of: string; second?: boolean };

/** The one button of something that waits; told aloud, it says of what. */
export function ActionLink({ href, words, of, second = false }: ActionLinkProps) {
  return (
    <a className={second ? 'btn btn-second' : 'btn'} href={href}>
      {words}
      <span className="visually-hidden"> {of}</span>
    </a>
  );
}
