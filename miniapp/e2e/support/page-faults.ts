import type { Page } from 'playwright-core';

/** Runs inside the page, so it stands alone: nothing of this module exists there. */
function look(): string[] {
  const elder = document.documentElement.classList.contains('elder');
  const least = elder ? { target: 60, type: 18 } : { target: 44, type: 14 };
  const sees = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const pages = [...document.querySelectorAll('.page')].filter(sees);
  const bar = document.querySelector('.taro-tabbar__tabbar');
  const roots = [pages.at(-1), bar && sees(bar) ? bar : undefined].flatMap(root => (root ? [root] : []));
  const seen = roots.flatMap(root => [...root.querySelectorAll('*')]).filter(sees);
  const ownText = (element: Element): string =>
    [...element.childNodes]
      .map(node => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''))
      .join('')
      .trim();
  const called = (element: Element): string => {
    const words = (element.textContent ?? '').trim().slice(0, 24);
    const sort = typeof element.className === 'string' ? element.className.trim().split(/\s+/).at(-1) : '';
    return `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : sort ? `.${sort}` : ''} “${words}”`;
  };

  const controls =
    'button, a[href], input, select, textarea, [role=button], [role=link], [role=radio], [role=checkbox]';
  const spokenText = (element: Element): string => {
    if (element.getAttribute('aria-hidden') === 'true') return '';
    const label = element.getAttribute('aria-label') ?? (element instanceof HTMLImageElement ? element.alt : '');
    return label || ownText(element) + [...element.children].map(spokenText).join('');
  };
  const nameOf = (element: Element): string => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const labels = element.id ? [...document.querySelectorAll(`label[for="${CSS.escape(element.id)}"]`)] : [];
    const field = element.matches('input, select, textarea');
    return [
      ...by.map(id => document.getElementById(id)?.textContent ?? ''),
      element.getAttribute('aria-label') ?? '',
      ...labels.map(label => label.textContent ?? ''),
      // What stands inside a field is its value; a placeholder goes away with the first letter.
      field ? '' : spokenText(element),
    ]
      .join('')
      .trim();
  };
  const inSentence = (element: Element): boolean =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent ?? '') !== element.textContent;

  type Light = readonly [number, number, number, number];
  const colourOf = (text: string): Light => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const luminance = ([r, g, b]: Light): number => {
    const [x = 0, y = 0, z = 0] = [r, g, b]
      .map(part => part / 255)
      .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  /** Null where a picture or a gradient lies below the text. */
  const groundOf = (element: Element): Light | null => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== 'none' && !at.matches('.ui-input-select')) return null;
      const colour = colourOf(backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const contrast = (one: Light, other: Light): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const scrolls = (element: Element): boolean => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true;
    return false;
  };

  const faults: string[] = [];
  const isTapped = (element: Element): boolean => {
    const key = Object.keys(element).find(name => name.startsWith('__reactProps$'));
    const props: unknown = key ? Reflect.get(element, key) : null;
    return typeof props === 'object' && props !== null && 'onClick' in props && props.onClick !== undefined;
  };
  for (const element of seen) {
    const control = element.matches(`${controls}, [role=switch]`);
    if (control && !nameOf(element)) faults.push(`${called(element)} has no name`);
    // alt="" says that the picture is decoration.
    if (element.matches('img:not([alt=""]), [role=img]:not([aria-hidden=true])') && !spokenText(element))
      faults.push(`${called(element)} is a picture without a description`);
    if (!control && isTapped(element) && !element.closest(`${controls}, [role=switch]`))
      faults.push(`${called(element)} is tapped and is no control`);
    const { width, height, right, left } = element.getBoundingClientRect();
    if (control && !inSentence(element) && Math.min(width, height) < least.target - 0.5)
      faults.push(`${called(element)} is ${Math.round(width)} by ${Math.round(height)}, less than ${least.target}`);
    const text = ownText(element);
    if (!text) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < least.type - 0.1 && !element.closest('[aria-hidden=true], [role=img], [data-scaled]'))
      faults.push(`${called(element)} is written in ${size} px, less than ${least.type}`);
    const ground = groundOf(element);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const found = ground ? contrast(colourOf(style.color), ground) : needed;
    if (found < needed) faults.push(`${called(element)} has a contrast of ${found.toFixed(2)}, less than ${needed}`);
    if ((right > innerWidth + 1 || left < -1) && !scrolls(element))
      faults.push(`${called(element)} goes over the edge of the screen`);
    if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1)
      faults.push(`${called(element)} is cut off`);
    if (/[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]/.test(text))
      faults.push(`${called(element)} has half-width punctuation`);
    if (/\b[A-Z]{2,}_[A-Z_]+\b|\b[a-z]+_[a-z]+\b|undefined|NaN|\bnull\b|\[object/.test(text))
      faults.push(`${called(element)} shows what only a program understands`);
  }
  const primary = seen.filter(element => element.matches('.ui-button-primary'));
  if (primary.length > 1) faults.push(`${primary.map(called).join(' and ')} are both the primary button`);
  return [...new Set(faults)];
}

/** What a person cannot read, name or hit on the page in front, in words with the page; empty is right. */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults = await page.evaluate(look);
  const elder = await page.evaluate(() => document.documentElement.classList.contains('elder'));
  const route = new URL(page.url()).hash.slice(2).split('?')[0] ?? '';
  return faults.map(fault => `${route}${elder ? ', large type' : ''}: ${fault}`);
}
