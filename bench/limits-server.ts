import { createServer } from 'node:http';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';

/**
 * What nothing of ours can be faster than, on this machine, in this run: a bare node:http reply of a page of the given
 * size, and a bare production React render of 24 cards sent the same way.
 */
const bytes = Number(process.argv[2] ?? 20_000);
const page = Buffer.alloc(bytes, 'x');

const cards = Array.from({ length: 24 }, (_, index) => ({
  href: `/products/${index}`,
  name: `顺昌百花蜜 ${index}`,
  place: '顺昌县 · 富石村',
  price: '¥45.00',
  pack: '500 g · ¥45.00/斤',
  household: '到户 ¥31.50',
}));

function Card({ href, name, place, price, pack, household }: (typeof cards)[number]) {
  return h(
    'a',
    { className: 'card', href },
    h('img', { src: `/drawings/honey${href}.svg`, width: 320, height: 320, alt: '', loading: 'lazy' }),
    h('b', null, name),
    h('span', null, place),
    h('strong', null, price, ' ', h('small', null, pack)),
    h('span', { className: 'daohu-line' }, household),
  );
}

function Shelf() {
  return h('ul', null, ...cards.map((card) => h('li', { key: card.href }, h(Card, card))));
}

const server = createServer((request, response) => {
  const body = request.url === '/react' ? Buffer.from(renderToString(h(Shelf))) : page;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.on('disconnect', () => process.exit(0));
