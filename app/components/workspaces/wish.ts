const PAGES_MAX = 100_000;

/** Which page of a list an address asks for; anything else than a page number is the first. */
export function pageIn(params: URLSearchParams): number {
  const page = Number(params.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= PAGES_MAX ? page : 1;
}

/** Which of a few choices an address asks for; the first when it asks for none of them. */
export function choiceIn<Choice extends string>(
  params: URLSearchParams,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  return choices.find((choice) => choice === params.get(name)) ?? choices[0];
}

/** The same address with some of its wishes changed; a wish of null is taken out. */
export function hrefWith(path: string, search: string, changes: Record<string, string | number | null>): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, String(value));
  }
  return params.size === 0 ? path : `${path}?${params}`;
}
