import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapped } from "../../web/map/wrapped.ts";

test("a text in lines loses no word, and no line could have taken the next one's first", () => {
  const text = fc.array(
    fc.string({ minLength: 1 }).map((word) => word.replaceAll(" ", "-")),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (words, most) => {
      const fits = (line: string) => line.length <= most;
      const lines = wrapped(words.join(" "), fits);
      expect(lines.join(" ")).toBe(words.join(" "));
      for (const line of lines) expect(fits(line) || !line.includes(" ")).toBe(true);
      lines.slice(1).forEach((line, i) => expect(fits(`${lines[i]} ${line.split(" ")[0]}`)).toBe(false));
    }),
  );
});
