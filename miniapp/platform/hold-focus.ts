const everyMs = 500;

/**
 * Web alone: gives the element the focus again whenever nothing has it, for readers that type like a keyboard. Somebody
 * who walked on with the Tab key is left alone. Answers how to stop.
 */
export function holdFocus(element: HTMLElement): () => void {
  element.focus({ preventScroll: true });
  const timer = setInterval(() => {
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
  }, everyMs);
  return () => clearInterval(timer);
}
