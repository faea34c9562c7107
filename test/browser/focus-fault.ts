/**
 * What keeps a reader from seeing where focus is, in words; empty when nothing does. Runs inside
 * the page, so it stands on its own.
 */
export function focusFault(): string {
  const element = document.activeElement;
  if (!element || element === document.body) return 'nothing has focus';
  const what = element.outerHTML.slice(0, 200);
  const isOutlined = (each: Element | null) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    const isDrawn = outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)';
    return isDrawn && parseFloat(outlineWidth) >= 2;
  };
  // A choice is outlined together with its label. The skip link is there only while it has focus,
  // which no outline could tell better.
  const isMarked =
    isOutlined(element) ||
    isOutlined(element.closest('ds-field')) ||
    element.matches('.ds-skip-link');
  if (!isMarked) return `no outline: ${what}`;
  const box = element.getClientRects()[0];
  if (!box || box.width < 1 || box.height < 1) return `has no size: ${what}`;
  if (box.bottom < 0 || box.top > innerHeight) return `outside the window: ${what}`;
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const above = document.elementFromPoint(x, y);
  const isCovered = above === null || !(element.contains(above) || above.contains(element));
  return isCovered ? `covered by ${above?.outerHTML.slice(0, 200) ?? 'nothing'}: ${what}` : '';
}
