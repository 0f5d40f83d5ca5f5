import type { Translated } from '../translator.ts';
import type { shell as source } from '../zh-CN/shell.ts';

export const shell = {
  brand: '七销',
  title: '{page} · Qixiao',
  home: 'Qixiao · every order reaches a household',
  motto: 'Every order reaches a household',
  skip: 'Skip to content',
  sections: 'Sections',
  signIn: 'Sign in',
  cart: 'Cart, {count, plural, =0 {empty} one {# item} other {# items}}',
  otherLanguage: '中文',
  otherLanguageShort: '中文',
  theme: 'Switch between light and dark',
  search: {
    label: 'Search produce, counties and cooperatives',
    placeholder: 'Produce, county, cooperative',
    submit: 'Search',
  },
  demo: {
    label: 'Sample world',
    sentence: 'Goods, households and money are examples; nothing is charged.',
  },
  nav: {
    products: 'All produce',
    channels: 'Seven channels',
    figures: 'Open books',
    cart: 'Cart',
    orders: 'My orders',
    account: 'My account',
  },
  foot: {
    label: 'Foot of the page',
    about: 'What this is',
    buyers: 'Buying',
    workspaces: 'Workspaces',
    licence: 'Operated by {operator} · business licence {number}',
    noLicence: 'A demonstration site: it has no operator and sells nothing for real.',
    selfGrown:
      'Households selling what they grew themselves need no business registration (E-commerce Law of the PRC, article 10).',
    motto: 'Every gram has a source, every fen a destination',
  },
} as const satisfies Translated<typeof source>;
