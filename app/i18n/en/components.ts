import type { Translated } from '../translator.ts';
import type { components as source } from '../zh-CN/components.ts';

export const components = {
  daohu: {
    title: 'To the household {amount}',
    of: 'of {total}: {percent}%',
    household: 'Household',
    seller: 'Cooperative',
    packing: 'Packing',
    freight: 'Freight',
    platform: 'Platform',
    percent: '{percent}%',
  },
  money: { perJin: '{price} per 500 g' },
  stepper: { less: 'One less', more: 'One more' },
  masked: { why: 'Only part of the name is shown, to protect the household' },
  form: {
    optional: '(optional)',
    summary: '{count, plural, one {One thing needs another look} other {# things need another look}}',
    wrong: '{label}: {reason}',
    confirm: 'Please confirm',
  },
  pager: { label: 'Pages', previous: 'Previous', next: 'Next', page: 'Page {page}' },
  crumbs: { label: 'You are here' },
  toast: { close: 'Close' },
  counties: {
    '350702': 'Yanping',
    '350703': 'Jianyang',
    '350721': 'Shunchang',
    '350722': 'Pucheng',
    '350723': 'Guangze',
    '350724': 'Songxi',
    '350725': 'Zhenghe',
    '350781': 'Shaowu',
    '350782': 'Wuyishan',
    '350783': "Jian'ou",
  },
  channels: {
    'entity-led': {
      sign: '带',
      name: 'Led by enterprises',
      sentence: 'Cooperatives sign a protected price and pay on weighing in.',
    },
    ecommerce: {
      sign: '电',
      name: 'Online shop',
      sentence: 'Order at home; the parcel comes, the money goes to the farm.',
    },
    venue: { sign: '场', name: 'Sales centre', sentence: 'See it, taste it, take it with you.' },
    adoption: {
      sign: '认',
      name: 'Adopt a plot',
      sentence: 'A tree, a field, a hive: pay a deposit, wait for the harvest.',
    },
    tourism: { sign: '旅', name: 'Visit a village', sentence: 'Walk, pick, eat, and carry good things home.' },
    department: {
      sign: '部',
      name: 'Department pledges',
      sentence: 'A department takes on a quantity; canteens and supermarkets call it off.',
    },
    'helper-unit': {
      sign: '帮',
      name: 'Paired units',
      sentence: 'A work unit and its village: canteen, union and staff buy together.',
    },
  },
} as const satisfies Translated<typeof source>;
