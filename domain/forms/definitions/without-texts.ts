/** The texts of a form that another one begins from, less those it has no use for. */
export function withoutTexts(
  texts: Readonly<Record<string, string>>,
  keys: readonly string[],
): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !keys.includes(key)));
}
