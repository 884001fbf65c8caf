/**
 * The address of what a message leads to. Messages live longer than a page's place in the app: an older one may
 * still name a page by its folder (`…/pages/claim/index`).
 */
export function messagePage(page: string): string {
  const [path = '', query] = page.replace(/^\/+/, '').split('?');
  const place = path.startsWith('features/') ? path.replace(/\/index$/, '') : path;
  return `/${place}${query ? `?${query}` : ''}`;
}
