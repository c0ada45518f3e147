/** The package's own types describe its CommonJS build; as an ES module the default export is the solver itself. */
declare module "javascript-lp-solver" {
  interface Problem {
    optimize: string;
    opType: "min" | "max";
    constraints: Record<string, { min?: number; max?: number }>;
    variables: Record<string, Record<string, number>>;
    ints: Record<string, 1>;
    timeout: number;
    options: { timeout: number };
  }
  const solver: { Solve: (problem: Problem) => Readonly<Record<string, unknown>> };
  export default solver;
}
