import { describe, expect, test } from "vitest";
import { chosenDocument, effectsKey } from "../../web/state/chosen.ts";
import { stepsAway } from "../../web/state/walk.ts";
import { effects } from "./drawn-page.ts";
import { type DrawnWorker, listed, openWorkers } from "./drawn-workers.ts";

const askedOf = ({ heard }: DrawnWorker): readonly string[] =>
  heard.flatMap((message) => (message.kind === "effects" ? [message.key] : []));

describe("plans are measured", () => {
  test("a plan walked back to is not asked about again", () => {
    const { store, measurer, solver } = openWorkers();
    solver.say(listed(solver));
    const choose = (number: number) => store.dispatch({ kind: "choose", change: { plan: { from: "list", number } } });
    choose(1);
    measurer.say({ kind: "effects", key: "nearest 3 1 ", effects });
    choose(2);
    choose(1);
    const asked = askedOf(measurer);
    expect(asked.filter((key) => key === "nearest 3 1 ")).toHaveLength(1);
  });

  test("the effects of what is offered in a plan's place, after the plan's own", () => {
    const { store, measurer, solver } = openWorkers();
    solver.say(listed(solver));
    const chosen = chosenDocument(store.state())!;
    const offered = { ...chosen, key: "offered" };
    store.dispatch({ kind: "offered", offered: [chosen, offered] });
    const asked = () => askedOf(measurer);
    measurer.say({ kind: "effects", key: effectsKey(store.state(), chosen), effects });
    expect(asked()).toEqual([chosen, offered].map((plan) => effectsKey(store.state(), plan)));
  });

  test("the effects of the plans that a step in the list leads to, once those of the chosen are there", () => {
    const { store, measurer, solver } = openWorkers();
    solver.say(listed(solver));
    store.dispatch({ kind: "choose", change: { plan: { from: "list", number: 1 } } });
    const asked = () => askedOf(measurer);
    const [after, before] = stepsAway(store.state()).map((plan) => effectsKey(store.state(), plan));
    expect(after).not.toBe(before);
    measurer.say({ kind: "effects", key: effectsKey(store.state(), chosenDocument(store.state())!), effects });
    expect(asked().at(-1)).toBe(after);
    measurer.say({ kind: "effects", key: after, effects });
    expect(asked().at(-1)).toBe(before);
    const all = asked().length;
    measurer.say({ kind: "effects", key: before, effects });
    expect(asked()).toHaveLength(all);
  });

  test("a plan that was walked past before it was measured is asked about again", () => {
    const { store, measurer, solver } = openWorkers();
    solver.say(listed(solver));
    const choose = (number: number) => store.dispatch({ kind: "choose", change: { plan: { from: "list", number } } });
    for (const number of [1, 2, 1]) choose(number);
    const asked = askedOf(measurer);
    expect(asked.slice(-3)).toEqual(["nearest 3 1 ", "nearest 3 2 ", "nearest 3 1 "]);
  });
});
