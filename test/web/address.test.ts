import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costModel } from "../../src/cost/cost-model.ts";
import { CONCERNS } from "../../src/compare/weights.ts";
import { COST_ITEMS, costFault } from "../../src/domain/cost-items.ts";
import {
  type CostEdits,
  editedCosts,
  editsOfText,
  textOfEdits,
  withEdit,
  withoutEdit,
} from "../../web/worker/cost-edits.ts";
import {
  numberedPairs,
  type PairEdits,
  pairsOfText,
  textOfPairs,
  withoutPair,
  withPair,
} from "../../web/worker/pair-edits.ts";
import { choiceOf, queryOf, unreadable, usualLanguage } from "../../web/state/address.ts";
import { isPinnable, type PlanRef, textOfRef } from "../../web/state/plan-ref.ts";
import {
  changed,
  type Choice,
  FIRST_CHOICE,
  MOST_PINNED,
  MOST_WEIGHT,
  POLICIES,
  VIEWS,
} from "../../web/state/choice.ts";

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const words = fc.string({ minLength: 1, maxLength: 12 });

const edits: fc.Arbitrary<CostEdits> = fc
  .uniqueArray(
    fc
      .record({
        item: fc.constantFrom(...COST_ITEMS),
        figures: fc.array(
          fc.nat(5_000_000).map((value) => value / 100),
          { minLength: 3, maxLength: 3 },
        ),
      })
      // Shares are parts of a whole, and nothing is divided by 0.
      .map(({ item, figures }) => ({
        item,
        figures: figures.map((figure) => (costFault(item, figure) ? 0.5 : figure)),
      })),
    { selector: ({ item }) => item },
  )
  .map((all) =>
    all
      .toSorted((a, b) => COST_ITEMS.indexOf(a.item) - COST_ITEMS.indexOf(b.item))
      .map(({ item, figures }) => {
        const [low, mid, high] = figures.toSorted((a, b) => a - b);
        return { item, low, mid, high };
      }),
  );

const plans: fc.Arbitrary<PlanRef> = fc.oneof(
  fc.record({ from: fc.constant("list" as const), number: fc.nat(200_000) }),
  fc.record({ from: fc.constantFrom("file" as const, "own" as const, "joined" as const), id: words }),
);
const pinned = plans.filter(isPinnable);

/** Ids with every sign that an address has a use for. */
const pairs: fc.Arbitrary<PairEdits> = fc
  .array(
    fc.record({
      districts: fc.tuple(words, words).filter(([one, other]) => one !== other),
      touch: fc.constantFrom("yes" as const, "no" as const),
    }),
    { maxLength: 4 },
  )
  .map((all) => all.reduce<PairEdits>(withPair, []));

/** One draws a plan of one's own only. */
const choices: fc.Arbitrary<Choice> = fc
  .record({
    band: fc.constantFrom(undefined, "0-3", "4-6", "7-9", "K", "10-12"),
    data: fc.constant("1a2b3c4d"),
    language: fc.constantFrom("da", "en"),
    policy: fc.constantFrom(...POLICIES),
    view: fc.constantFrom(...VIEWS),
    surface: fc.constantFrom("map", "table"),
    show: fc.constantFrom("all", "unbeaten"),
    search: fc.oneof(fc.constant(""), words),
    districts: maybe(fc.integer({ min: 1, max: 60 })),
    plan: maybe(plans),
    sort: maybe(words),
    weights: maybe(fc.array(fc.nat(MOST_WEIGHT), { minLength: CONCERNS.length, maxLength: CONCERNS.length })),
    across: maybe(words),
    upward: maybe(words),
    costs: edits,
    touching: pairs,
    doing: fc.constantFrom("find", "draw", "ask", "compare", "here"),
    years: fc.constantFrom("shown", "hidden"),
    against: maybe(plans),
    tray: fc.uniqueArray(pinned, { maxLength: MOST_PINNED, selector: textOfRef }),
    buses: maybe(fc.integer({ min: 10, max: 180 })),
    start: maybe(fc.integer({ min: 2000, max: 2099 })),
  })
  .map((choice) => (choice.plan?.from !== "own" && choice.doing === "draw" ? { ...choice, doing: "find" } : choice));

describe("the address", () => {
  test("a link shows again what was chosen, and names the data wherever it means something in them alone", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const { plan, against, districts, search, costs, touching, tray, data } = choice;
        const isBound =
          Boolean(plan ?? against ?? districts) || search !== "" || costs.length + touching.length + tray.length > 0;
        const query = queryOf(choice);
        expect(choiceOf(query)).toEqual({ ...choice, data: isBound ? data : undefined });
        expect(unreadable(query)).toEqual([]);
      }),
    );
  });

  test("a browser's own language is spoken where the link names none, and Danish where it is neither", () => {
    expect(usualLanguage(["en-GB", "da"])).toBe("en");
    expect(usualLanguage(["DA-dk", "en"])).toBe("da");
    expect(usualLanguage(["sv-SE", "de", "en-US"])).toBe("en");
    expect(usualLanguage(["sv-SE"])).toBe("da");
    expect(usualLanguage([])).toBe("da");
    expect(choiceOf("", "en").language).toBe("en");
    expect(choiceOf("?lang=da", "en").language).toBe("da");
    for (const usual of ["da", "en"] as const)
      for (const language of ["da", "en"] as const)
        expect(choiceOf(queryOf({ ...FIRST_CHOICE, language }, "", usual), usual).language).toBe(language);
  });

  test("says nothing where nothing was chosen, and keeps what is not the choice's", () => {
    expect(queryOf(FIRST_CHOICE)).toBe("");
    // The question whose plans differ in what matters to people; in the other nobody's way changes.
    expect(choiceOf("").policy).toBe("nearest");
    expect(queryOf(FIRST_CHOICE, "?test=1&plan=3")).toBe("?test=1");
  });

  test("numbers plans from 1, as people read them", () => {
    expect(choiceOf("?plan=78").plan).toEqual({ from: "list", number: 77 });
    expect(queryOf({ ...FIRST_CHOICE, plan: { from: "list", number: 77 } })).toBe("?plan=78");
  });

  test.each([
    "?plan=0",
    "?plan=-3",
    "?plan=x",
    "?view=up",
    "?policy=best",
    "?lang=sv",
    "?districts=0",
    "?start=16",
    "?against=x",
    "?buses=5",
    "?buses=x",
    "?costs=gold_1_2_3",
    "?costs=class_3_2_1",
    "?costs=class_1_2",
    "?costs=class_-1_2_3",
    "?costs=class_1_2_x",
    "?costs=class__1_2",
    "?costs=class_1_2_3_4",
    "?costs=class_1_2_1e3",
    "?start=1999",
    "?buses=9",
    "?buses=181",
    "?districts=12345678",
  ])("%s asks for nothing there is, so it asks for nothing", (query) => {
    expect(choiceOf(query)).toEqual(FIRST_CHOICE);
    const [part, value] = query.slice(1).split("=");
    expect(unreadable(query)).toEqual([{ kind: "unreadable", part, value }]);
    expect(queryOf(choiceOf(query), query)).toBe("");
  });

  test.each(["?plan=78&view=plan&policy=stay&lang=da", "?costs=", "?test=1", "?join=nowhere", "?plan=x&file=2016"])(
    "%s has nothing in it that cannot be read",
    (query) => expect(unreadable(query)).toEqual([]),
  );
});

const edit = (item: CostEdits[number]["item"], figure: number) => ({ item, low: figure, mid: figure, high: figure });

describe("corrections of the cost model", () => {
  test("are one an item, the last that was said, in the order of the register", () => {
    const [first, second] = COST_ITEMS;
    const made = withEdit(withEdit([edit(second, 1)], edit(first, 2)), edit(second, 3));
    expect(made).toEqual([edit(first, 2), edit(second, 3)]);
    expect(withoutEdit(made, first)).toEqual([edit(second, 3)]);
    expect(editsOfText(textOfEdits([edit(second, 1), edit(first, 2), edit(second, 3)]))).toEqual(made);
  });

  test("put figures in place of the model's, and leave its sources and all else", () => {
    const model = costModel(2016);
    const edited = editedCosts(model, [edit("moving", 5)]);
    expect(edited).toEqual({ ...model, moving: { ...model.moving, low: 5, mid: 5, high: 5 } });
  });
});

describe("a change of the choice", () => {
  const chosen: Choice = { ...FIRST_CHOICE, districts: 4, plan: { from: "list", number: 5 } };

  test("another number of districts has other plans", () => {
    expect(changed(chosen, { districts: 3 }).plan).toBeUndefined();
    expect(changed(chosen, { districts: 4 }).plan).toEqual(chosen.plan);
  });

  test("another policy numbers the same groupings the same", () => {
    expect(changed(chosen, { policy: "nearest" }).plan).toEqual(chosen.plan);
  });

  test("another plan chosen with the number of districts is of that number", () => {
    const plan = { from: "list", number: 1 } as const;
    expect(changed(chosen, { districts: 3, plan }).plan).toEqual(plan);
    expect(changed(chosen, { districts: 3, against: plan }).against).toEqual(plan);
  });

  test("what it is held against goes by the same rule", () => {
    const held: Choice = { ...chosen, against: { from: "list", number: 2 } };
    expect(changed(held, { districts: 3 }).against).toBeUndefined();
    expect(changed(held, { districts: 4 }).against).toEqual(held.against);
    expect(changed(held, { policy: "nearest" }).against).toEqual(held.against);
    const file: Choice = { ...chosen, against: { from: "file", id: "2021" } };
    expect(changed(file, { districts: 3 })).toMatchObject({ plan: undefined, against: file.against });
  });

  test("a plan from a file stays whatever is asked", () => {
    const file: Choice = { ...chosen, plan: { from: "file", id: "2021" } };
    expect(changed(file, { districts: 3 }).plan).toEqual(file.plan);
  });
});

describe("pairs of districts that touch or do not", () => {
  test("a pair is said once, whichever comes first, and taken back as a whole", () => {
    const said = withPair(withPair([], { districts: ["a", "b"], touch: "yes" }), {
      districts: ["b", "a"],
      touch: "no",
    });
    expect(said).toEqual([{ districts: ["b", "a"], touch: "no" }]);
    expect(withoutPair(said, ["a", "b"])).toEqual([]);
    expect(pairsOfText(textOfPairs(said))).toEqual(said);
  });

  test.each(["a;b", "a;a;yes", "a;b;maybe", ";b;yes", "a;b;yes;no", "%E0;b;yes", ""])("»%s« says nothing", (text) =>
    expect(pairsOfText(text)).toEqual([]),
  );

  test("are numbers among today's districts, without those that are not there", () => {
    const said = pairsOfText("n;s;yes,n;x;no");
    expect(numberedPairs(said, [{ id: "s" }, { id: "n" }])).toEqual([{ pair: [1, 0], touch: "yes" }]);
  });

  test("that are said otherwise take the numbers of plans back", () => {
    const plan = { from: "list", number: 77 } as const;
    const before = { ...FIRST_CHOICE, plan, against: plan };
    expect(changed(before, { touching: pairsOfText("n;s;yes") })).toMatchObject({
      plan: undefined,
      against: undefined,
    });
    expect(changed(before, { touching: [] })).toMatchObject({ plan, against: plan });
  });
});
