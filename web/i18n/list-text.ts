import { inBoth, inList, type Text } from "../../src/index.ts";

/** "a, b og c" in every language. */
export const listText = (parts: readonly Text[]): Text =>
  inBoth((language) =>
    inList(
      parts.map((part) => part[language]),
      language,
    ),
  );
