/** 张*生, 李*: the surname and, of a longer name, its last character. What the public may see of a household's name. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length <= 1) return '*';
  const [surname, ...given] = characters;
  return given.length === 1 ? `${surname}*` : `${surname}${'*'.repeat(given.length - 1)}${given.at(-1)}`;
}

/** 138****1234 */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** l***@example.com */
export function maskMail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${[...address][0]}***${address.slice(at)}`;
}
