import { type Selector, transform } from "lightningcss";

/** Words of texts that may name a class: letters, digits, hyphens and underscores together. */
export const wordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(/[\w-]+/g) ?? []));

/** A style sheet without what is only for classes that are named nowhere; whatever names no class stays. */
export function usedStyles(css: string, words: ReadonlySet<string>): string {
  const isUsed = (selector: Selector): boolean =>
    selector.every((part) => part.type !== "class" || words.has(part.name));
  const { code } = transform({
    filename: "used.css",
    code: new TextEncoder().encode(css),
    minify: true,
    errorRecovery: true,
    visitor: {
      Rule: {
        style: (rule) => {
          const selectors = rule.value.selectors.filter(isUsed);
          if (selectors.length === 0) return [];
          return { ...rule, value: { ...rule.value, selectors } };
        },
      },
    },
  });
  return new TextDecoder().decode(code);
}
