type Node = string | Node[] | { [name: string]: Node };

/** Reads `a[b][0][c]=d` into what it stands for. A list is what has the numbers 0, 1, 2… as names. */
export function readFormBody(body: string): unknown {
  const root: { [name: string]: Node } = {};
  for (const [key, value] of new URLSearchParams(body))
    put(
      root,
      key.split(/\[|\]\[?/).filter((part) => part !== ''),
      value,
    );
  return listsIn(root);
}

function put(into: { [name: string]: Node }, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = into[name];
  const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
  into[name] = next;
  put(next, rest, value);
}

function listsIn(node: Node): Node {
  if (typeof node === 'string' || Array.isArray(node)) return node;
  const entries = Object.entries(node).map(([name, value]) => [name, listsIn(value)] as const);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
