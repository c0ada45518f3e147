import { describe, expect, test } from "vitest";
import type { RepairStep } from "../../web/worker/messages.ts";
import { openWorkers, OTHER } from "./drawn-workers.ts";

const question = (until: "quick" | "proven") => ({
  plan: {} as never,
  locked: new Uint32Array(),
  until,
  places: "free" as const,
});
const answer = (proven: "quick" | "stopped" | "optimal") =>
  ({ status: "answer", assignment: new Uint16Array(), proven }) as const;
/** The workers, and what is heard of each question. */
function repairing() {
  const found = openWorkers();
  const heard: string[] = [];
  const ask = (name: string, until: "quick" | "proven") => {
    found.workers.repair(question(until), (step) =>
      heard.push(`${name} ${step.status === "answer" ? step.proven : step.status}`),
    );
    const { worker, ticket } = found.hired
      .flatMap((each) =>
        each.heard.map((message) => ({ worker: each, ticket: message.kind === "repair" ? message.ticket : 0 })),
      )
      .reduce((last, each) => (each.ticket > last.ticket ? each : last));
    const say = (...steps: readonly RepairStep[]): void => {
      for (const step of steps) worker.say({ kind: "repaired", ticket, step });
    };
    return { worker, say };
  };
  return { ...found, heard, ask };
}

describe("completing a plan that is drawn", () => {
  test("and given up, leaves the list that another worker is at what it was", () => {
    const { store, solver, workers, ask } = repairing();
    ask("proof", "proven");
    workers.stopRepair();
    const ticket = solver.heard.flatMap((message) => (message.kind === "list" ? [message.ticket] : []))[0];
    solver.say({ kind: "impossible", ticket, rules: [] });
    expect(store.state().lists.nearest.status).toBe("impossible");
  });

  test("quickly is for the worker that measures, to a proof for one of its own", () => {
    const { ask, measurer, hired } = repairing();
    expect(ask("quick", "quick").worker).toBe(measurer);
    expect(hired).toHaveLength(2);
    const { worker } = ask("proof", "proven");
    expect(hired[2]).toBe(worker);
    expect(worker.heard).toMatchObject([{ kind: "open" }, { kind: "repair", until: "proven" }]);
  });

  test("a proof may begin with a quick answer, and ends with what is proven or stopped; nothing is heard after it", () => {
    for (const last of ["optimal", "stopped"] as const) {
      const { ask, heard } = repairing();
      ask("proof", "proven").say(answer("quick"), answer("quick"), answer(last), answer("optimal"));
      expect(heard).toEqual(["proof quick", "proof quick", `proof ${last}`]);
    }
    const { ask, heard } = repairing();
    ask("quick", "quick").say(answer("quick"), answer("quick"));
    ask("none", "proven").say({ status: "impossible", rules: [] }, answer("optimal"));
    expect(heard).toEqual(["quick quick", "none impossible"]);
  });

  test("of two questions of a kind the later is answered; a proof under way is ended for the next", () => {
    const { ask, heard, hired, workers } = repairing();
    const [first, second] = [ask("first", "quick"), ask("second", "quick")];
    first.say(answer("quick"));
    second.say(answer("quick"));
    const early = ask("early", "proven");
    const late = ask("late", "proven");
    expect([early.worker.ended, late.worker.ended, hired.length]).toEqual([true, false, 4]);
    late.say(answer("optimal"));
    // One that is done is asked again.
    const again = ask("again", "proven");
    expect(again.worker).toBe(late.worker);
    again.say(answer("optimal"));
    // Nothing is under way that could be given up.
    workers.stopRepair();
    expect(late.worker.ended).toBe(false);
    expect(heard).toEqual(["second quick", "late optimal", "again optimal"]);
  });

  test("is not heard of any more once it is stopped, or another case is opened", () => {
    const { ask, heard, workers, hired } = repairing();
    const [quick, proof] = [ask("quick", "quick"), ask("proof", "proven")];
    workers.stopRepair();
    expect(hired.map(({ ended }) => ended)).toEqual([false, false, true]);
    proof.say(answer("optimal"));
    const next = ask("next", "proven");
    workers.open(OTHER);
    // The one that measures keeps its case until the other is open, and is not heard meanwhile.
    expect(hired.slice(0, 4).map(({ ended }) => ended)).toEqual([false, true, true, true]);
    next.say(answer("optimal"));
    quick.say(answer("quick"));
    expect(heard).toEqual([]);
  });
});

test("whoever waits for a proof is told where its worker breaks, and the list is as it was", () => {
  const { ask, heard, store } = repairing();
  const before = store.state().lists.nearest.status;
  ask("proof", "proven").worker.fail("out of memory");
  expect([heard, store.state().lists.nearest.status]).toEqual([["proof failed"], before]);
});
