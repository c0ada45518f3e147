import { parseSync, Visitor } from "vite";

/** One small fault in a source file: what stands between two places is replaced. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly was: string;
  readonly becomes: string;
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "&": ["|"],
  "|": ["&"],
  "+=": ["-="],
  "-=": ["+="],
};
const METHODS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  ceil: "floor",
  floor: "ceil",
};

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Every place in a TypeScript file where an operator, a condition, a number, a call or a statement can be changed. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const found: Mutant[] = [];
  const add = ({ start, end }: Place, becomes: string): void => {
    const line = source.slice(0, start).split("\n").length;
    if (end > start) found.push({ file, line, from: start, to: end, was: source.slice(start, end), becomes });
  };
  const operator = ({ left, right, operator: sign }: { left: Place; right: Place; operator: string }): void => {
    const start = source.indexOf(sign, left.end);
    if (start >= right.start) return;
    for (const other of OPERATORS[sign] ?? []) add({ start, end: start + sign.length }, other);
  };
  const condition = ({ test }: { test: Place }): void => {
    add(test, "true");
    add(test, "false");
  };
  let insideType = 0;
  new Visitor({
    BinaryExpression: operator,
    LogicalExpression: operator,
    AssignmentExpression: operator,
    IfStatement: condition,
    ConditionalExpression: condition,
    UnaryExpression: ({ operator: sign, start }) => {
      if (sign === "!" || sign === "-") add({ start, end: start + 1 }, "");
    },
    TSLiteralType: () => void insideType++,
    "TSLiteralType:exit": () => void insideType--,
    Literal: (node) => {
      if (insideType > 0) return;
      if (typeof node.value === "number") add(node, String(node.value + 1));
      else if (typeof node.value === "boolean") add(node, String(!node.value));
    },
    MemberExpression: ({ property }) => {
      if (property.type === "Identifier" && Object.hasOwn(METHODS, property.name))
        add(property, METHODS[property.name]);
    },
    CallExpression: ({ callee, end }) => {
      const filters =
        callee.type === "MemberExpression" && "name" in callee.property && callee.property.name === "filter";
      if (filters) add({ start: callee.object.end, end }, "");
    },
    ExpressionStatement: (node) => {
      if (node.expression.type === "CallExpression") add(node, ";");
    },
  }).visit(parseSync(file, source).program);
  return found;
}

export const withMutant = (source: string, { from, to, becomes }: Mutant): string =>
  source.slice(0, from) + becomes + source.slice(to);
