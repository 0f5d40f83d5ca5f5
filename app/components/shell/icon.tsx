const paths = {
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 4.5 4.5',
  basket: 'M3.5 10h17l-1.8 9.2a1 1 0 0 1-1 .8H6.3a1 1 0 0 1-1-.8L3.5 10ZM8 10l3-6m5 6-3-6M9.5 13.5v3m5-3v3',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  bell: 'M5.5 17h13c-1.500-1.500-2-3-2-6.500a4.500 4.500 0 0 0-9 0c0 3.500-.500 5-2 6.500ZM10 20h4',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  place:
    'M12 21c-4.5-5-6.5-8.2-6.5-11a6.5 6.5 0 0 1 13 0c0 2.800-2 6-6.500 11ZM12 7.800a2.200 2.200 0 1 1 0 4.400 2.200 2.200 0 0 1 0-4.400Z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  print: 'M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z',
} as const;

export type IconName = keyof typeof paths;

/** A line icon; always beside or instead of words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
