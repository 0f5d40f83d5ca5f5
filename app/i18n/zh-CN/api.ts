/** What is wrong with a request a program sent; `errors.api` in the tree of sentences. */
export const api = {
  'invalid-input': '请求里有 {count, plural, other {# 处}}不对，fields 写明了是哪里。',
  'malformed-json': '请求正文不是完整的 JSON，请检查后再发。',
  'not-json': '请求正文要用 JSON，并带上 Content-Type: application/json。',
  'too-large': '请求正文太大，最多 {kilobytes} KB。',
  'wrong-method': '这个地址只接受 {allow}。',
  'no-endpoint': '没有这个接口，接口说明见 /api/v1/openapi.json。',
  'unknown-field': '没有这个字段，请核对名称。',
  text: '要填文字。',
  number: '要填数字，用半角。',
  boolean: '要填 true 或 false。',
  list: '要填一个列表。',
  object: '要填一个对象。',
  'one-of': '只能是其中之一：{values}。',
  'order-key-missing': '查看订单要带上下单时拿到的密钥：放在 Order-Key 里。',
  'no-provider': '现在还没有开通这种付款方式，订单已为你留着。',
} as const;
