import type { Solver, SolverOptions } from "./solver.ts";

/**
 * A solver whose calls share one time, in seconds, counted from here: each has what the ones before it left. A method that calls
 * it round by round thus keeps to the user's limit, however many rounds there are.
 */
export function withinSeconds(solver: Solver, seconds: number): Solver {
  const end = performance.now() + 1000 * seconds;
  return {
    name: solver.name,
    solve: async (model, options = {}) => {
      const left = (end - performance.now()) / 1000;
      if (left <= 0) return { status: "stopped", why: "time", bound: -Infinity };
      return solver.solve(model, { ...options, secondsLimit: Math.min(left, options.secondsLimit ?? left) });
    },
  };
}

/** The same options, of which a search that asks them is stopped when a time is over, in seconds, counted from here. */
export function stoppingAfter<T extends Pick<SolverOptions, "shouldStop">>(seconds: number, options: T): T {
  const end = performance.now() + 1000 * seconds;
  return { ...options, shouldStop: () => options.shouldStop?.() === true || performance.now() > end };
}
