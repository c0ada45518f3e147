import { describe, expect, test } from "vitest";
import { countingCategories, SAVING_CATEGORIES, savingApart } from "../../src/index.ts";
import { differenceText, moneyHeadline, savedOrSpent } from "../../web/panels/effects/money-words.ts";
import { voiceIn } from "./voice.ts";

const [da, en] = [voiceIn("da"), voiceIn("en")];
const range = (low: number, mid: number, high: number) => ({ low: low * 1e6, mid: mid * 1e6, high: high * 1e6 });

describe("a range of savings", () => {
  test.each([
    [range(2.5, 7.5, 10), "7,5 mio. kr. sparet om året", "mellem 2,5 og 10,0", "between 2.5 and 10.0"],
    [range(-10, -7.5, -2.5), "7,5 mio. kr. dyrere om året", "mellem 2,5 og 10,0", "between 2.5 and 10.0"],
    [
      range(-1.2, 2, 3.8),
      "2,0 mio. kr. sparet om året",
      "fra 1,2 i merudgift til 3,8 sparet",
      "from 1.2 of extra cost to 3.8 saved",
    ],
    // Named alike, whichever the best estimate is.
    [
      range(-3.8, -2, 1.2),
      "2,0 mio. kr. dyrere om året",
      "fra 3,8 i merudgift til 1,2 sparet",
      "from 3.8 of extra cost to 1.2 saved",
    ],
    [range(-0.04, 2, 3.8), "2,0 mio. kr. sparet om året", "mellem 0,0 og 3,8", "between 0.0 and 3.8"],
    [range(-3.8, -2, 0.04), "2,0 mio. kr. dyrere om året", "mellem 0,0 og 3,8", "between 0.0 and 3.8"],
    [range(2, 2, 2), "2,0 mio. kr. sparet om året", undefined, undefined],
    [range(0, 0, 0), "Hverken dyrere eller billigere om året", undefined, undefined],
    [
      range(-1, -0.04, 1),
      "Hverken dyrere eller billigere om året",
      "fra 1,0 mio. kr. i merudgift til 1,0 mio. kr. sparet",
      "from 1.0 million DKK of extra cost to 1.0 million DKK saved",
    ],
    [
      range(-2, -0.04, 0),
      "Hverken dyrere eller billigere om året",
      "fra 2,0 mio. kr. i merudgift til 0,0 mio. kr. sparet",
      "from 2.0 million DKK of extra cost to 0.0 million DKK saved",
    ],
  ])("over a plan's money: %o", (total, headline, danish, english) => {
    const money = { counted: total, counting: SAVING_CATEGORIES };
    const { amount, what, range: said } = moneyHeadline(da, money);
    expect([`${amount} ${what}`, said]).toEqual([headline, danish]);
    expect(moneyHeadline(en, money).range).toBe(english);
  });

  test.each([
    [range(2.5, 7.5, 10), "saved", "7,5 (2,5 til 10,0) mio. kr."],
    [range(-10, -7.5, -2.5), "spent", "7,5 (2,5 til 10,0) mio. kr. dyrere"],
    [range(-1.2, 2, 3.8), "saved", "2,0 mio. kr. (fra 1,2 mio. kr. i merudgift til 3,8 mio. kr. sparet)"],
    [range(-3.8, -2, 1.2), "spent", "2,0 mio. kr. dyrere (fra 3,8 mio. kr. i merudgift til 1,2 mio. kr. sparet)"],
    [range(-0.03, -0.01, 0.02), "spent", "10.000 kr. dyrere (fra 30.000 kr. i merudgift til 20.000 kr. sparet)"],
    [range(0.036, 0.041, 0.047), "saved", "41.000 (36.000 til 47.000) kr."],
    // What is written as nothing is neither dearer nor cheaper.
    [range(-0.0004, -0.0001, -0.00005), "nothing", "0 kr."],
    [range(-0.03, -0.0004, 0.02), "nothing", "0 kr. (fra 30.000 kr. i merudgift til 20.000 kr. sparet)"],
  ])("of one of its parts: %o", (saving, is, whole) => expect(savedOrSpent(da, saving)).toMatchObject({ is, whole }));

  test("where teaching does not count, the headline says so itself", () => {
    const money = { counted: range(1, 2.7, 4), counting: countingCategories({ teaching: "untouched" }) };
    expect(moneyHeadline(da, money).what).toBe("mio. kr. sparet om året, uden undervisning");
    expect(moneyHeadline(en, money).what).toBe("million DKK saved a year, without teaching");
    const difference = { p5: 5e5, mid: 1e6, p95: 2e6 };
    expect(differenceText(da, difference, savingApart({ teaching: "untouched" }))).toContain(
      "end den anden, uden undervisning.",
    );
  });

  test.each([
    [
      0.5,
      1,
      2,
      "1,0 mio. kr. mere om året end den anden. I ni ud af ti beregninger er det mellem 0,5 og 2,0 mio. kr. mere.",
    ],
    [
      -2,
      -1,
      -0.5,
      "1,0 mio. kr. mindre om året end den anden. I ni ud af ti beregninger er det mellem 0,5 og 2,0 mio. kr. mindre.",
    ],
    [
      -1,
      1,
      2,
      "1,0 mio. kr. mere om året end den anden. Ni ud af ti beregninger går fra 1,0 mio. kr. mindre til 2,0 mio. kr. mere.",
    ],
    [
      -2,
      -1,
      1,
      "1,0 mio. kr. mindre om året end den anden. Ni ud af ti beregninger går fra 2,0 mio. kr. mindre til 1,0 mio. kr. mere.",
    ],
  ])("beyond another plan's: %d, %d, %d", (p5, mid, p95, text) => {
    const said = differenceText(da, { p5: p5 * 1e6, mid: mid * 1e6, p95: p95 * 1e6 }, savingApart(undefined));
    expect(said).toBe(`Planen sparer efter bedste bud ${text}`);
  });
});
