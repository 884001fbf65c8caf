const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/** The first character is hidden, as in 浙里办: 张三 becomes *三. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  return characters.length < 2 ? stars(characters.length) : `*${characters.slice(1).join('')}`;
}

/** First and last character only: enough to tell two documents apart, not enough to use one. */
export function maskDocumentNumber(number: string): string {
  if (number.length < 3) return stars(number.length);
  return number.charAt(0) + stars(number.length - 2) + number.charAt(number.length - 1);
}

export function maskPhone(phone: string): string {
  if (phone.length < 8) return stars(phone.length);
  return phone.slice(0, 3) + stars(phone.length - 7) + phone.slice(-4);
}
