import type { Language } from '#server/kernel/text.ts';

/** Replies made without the pages' own machinery: before it is reached, or because it failed. */
export type PlainReason =
  | 'bad-address'
  | 'bad-body'
  | 'foreign-form'
  | 'unknown-method'
  | 'too-large'
  | 'length-required'
  | 'address-too-long'
  | 'broken'
  | 'stopping';

const statusOf: Record<PlainReason, number> = {
  'bad-address': 400,
  'bad-body': 400,
  'foreign-form': 403,
  'unknown-method': 405,
  'length-required': 411,
  'too-large': 413,
  'address-too-long': 414,
  broken: 500,
  stopping: 503,
};

// These sentences live here and not with the pages' texts: they must be there when the pages are not.
const sentences: Record<Language, Record<PlainReason, readonly [title: string, sentence: string]>> = {
  'zh-CN': {
    'bad-address': ['网址有误', '这个网址无法识别，请检查后重新输入。'],
    'bad-body': ['提交的内容无法读取', '提交的内容里有无法识别的字符，请返回修改后再试。'],
    'foreign-form': ['这次提交不是从本站发出的', '为了你的账号安全，我们没有处理它。请回到本站页面重新操作。'],
    'unknown-method': ['这种请求方式不受支持', '请用浏览器打开此页。'],
    'length-required': ['上传没有说明大小', '请用浏览器重新上传。'],
    'too-large': ['提交的内容太大', '表单最多 1 MB，照片加起来最多 32 MB。请缩小后再试。'],
    'address-too-long': ['网址太长', '请缩短搜索词或减少筛选条件。'],
    broken: ['页面暂时打不开', '问题出在我们这里，已经记录。请稍后再试；已付款的订单不受影响。'],
    stopping: ['正在更新', '请几秒钟后再试。'],
  },
  en: {
    'bad-address': ['This address cannot be read', 'Please check the address and try again.'],
    'bad-body': [
      'What was sent cannot be read',
      'It holds characters that cannot be read. Please go back, mend it and try again.',
    ],
    'foreign-form': [
      'This was not sent from our site',
      'To keep your account safe we did nothing with it. Please do it again from our page.',
    ],
    'unknown-method': ['This kind of request is not served', 'Please open the page with a browser.'],
    'length-required': ['The upload did not say how large it is', 'Please upload it again with a browser.'],
    'too-large': [
      'What was sent is too large',
      'A form may hold 1 MB, its pictures 32 MB together. Please make it smaller and try again.',
    ],
    'address-too-long': ['The address is too long', 'Please shorten the search or use fewer filters.'],
    broken: [
      'This page cannot be shown just now',
      'The fault is ours and has been noted. Please try again later; orders already paid are safe.',
    ],
    stopping: ['Being updated', 'Please try again in a few seconds.'],
  },
};

const STYLE =
  'main{max-width:34rem;margin:18vh auto;padding:0 1.25rem;font:1.0625rem/1.7 system-ui,sans-serif}' +
  'h1{font-size:1.375rem;line-height:1.4}small{opacity:.7}';
const goBack: Record<Language, string> = { 'zh-CN': '返回首页', en: 'To the home page' };
const numbered: Record<Language, string> = { 'zh-CN': '编号', en: 'Reference' };

/** A calm page of one sentence; for programs, the same as JSON. */
export function plainReply(
  reason: PlainReason,
  { language, requestId, json }: { language: Language; requestId?: string; json: boolean },
): { status: number; headers: Record<string, string>; body: string } {
  const [title, sentence] = sentences[language][reason];
  const status = statusOf[reason];
  if (json) {
    const body = JSON.stringify({ error: { code: `request.${reason}`, message: sentence, params: {}, requestId } });
    return {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body,
    };
  }
  const reference = requestId && status >= 500 ? `<p><small>${numbered[language]} ${requestId}</small></p>` : '';
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!DOCTYPE html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${STYLE}</style><main><h1>${title}</h1><p>${sentence}</p><p><a href="/">${goBack[language]}</a></p>${reference}</main></html>`,
  };
}

/** The same as a Response. */
export function plainResponse(
  reason: PlainReason,
  of: { language: Language; requestId?: string; json: boolean },
): Response {
  const { status, headers, body } = plainReply(reason, of);
  return new Response(body, { status, headers });
}

/** Whether who asks is a program rather than a reader. */
export function wantsJson(target: string, accept: string | null | undefined): boolean {
  return target.startsWith('/api/') || (accept?.startsWith('application/json') ?? false);
}
