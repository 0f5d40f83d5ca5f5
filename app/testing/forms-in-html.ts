/** A control as a browser would send it: its name, what is in it, and what kind it is. */
export type Control = { name: string; kind: string; value: string };
export type HtmlForm = { action: string; method: 'get' | 'post'; controls: Control[] };

const TAG = /<(input|select|textarea|button)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

/** The forms of a page of ours, read from its markup as React writes it. */
export function formsIn(html: string, page: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inside = '']) => ({
    action: new URL(attribute(attributes, 'action') ?? page, new URL(page, 'http://shop')).href,
    method: attribute(attributes, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    controls: [...inside.matchAll(TAG)].flatMap(([, tag = '', own = '', content = '']) => controlOf(tag, own, content)),
  }));
}

/** The addresses a page of ours leads to. */
export function linksIn(html: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) => decoded(href));
  return links.filter((href) => /^\/(?!\/)/.test(href)).map((href) => href.split('#')[0] ?? href);
}

function controlOf(tag: string, attributes: string, content: string): Control[] {
  const name = attribute(attributes, 'name');
  const kind = tag === 'input' ? (attribute(attributes, 'type') ?? 'text') : tag;
  // A button without a name sends the form as well.
  if (name === null) return kind === 'button' ? [{ name: '', kind, value: '' }] : [];
  if (tag === 'textarea') return [{ name, kind, value: decoded(content).replace(/^\n/, '') }];
  if (tag === 'select') {
    const options = [...content.matchAll(/<option\b([^>]*)>/g)].map(([, own = '']) => own);
    const chosen = options.find((own) => /\bselected\b/.test(own)) ?? options.find((own) => attribute(own, 'value'));
    return [{ name, kind, value: chosen ? (attribute(chosen, 'value') ?? '') : '' }];
  }
  return [{ name, kind, value: attribute(attributes, 'value') ?? (kind === 'checkbox' ? 'on' : '') }];
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes);
  return found ? decoded(found[1] ?? '') : null;
}

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, entity: string) => entities[entity] ?? '');
}
