/** Flags that make up a question on the command line; each may be given several times where it makes sense. */
export interface QuestionFlags {
  readonly rule: readonly string[];
  readonly minimise: string;
  readonly plan?: string;
  readonly seed: number;
  readonly seconds?: number;
  readonly networks: number;
  readonly apart: number;
  readonly site: readonly string[];
  readonly cost: readonly string[];
}

/** Flags of a redraw question. */
export interface RedrawFlags {
  readonly districts: number;
  /** "10%" or "0.1". */
  readonly tolerance: string;
  readonly balance: string;
  readonly objective: string;
  readonly sites: string;
  readonly seat: readonly string[];
  readonly seed: number;
  readonly seconds?: number;
}

export function redrawFromFlags(flags: RedrawFlags): unknown {
  const share = Number(flags.tolerance.replace("%", "").replace(",", "."));
  return {
    format: "skoledistrikt-question",
    version: 1,
    kind: "redraw",
    districts: flags.districts,
    tolerance: flags.tolerance.trim().endsWith("%") ? share / 100 : share,
    balance: flags.balance,
    objective: flags.objective,
    sites: flags.sites,
    ...(flags.seat.length > 0 && { seats: flags.seat }),
    limits: limitsOf(flags),
  };
}

/** A reassign question from flags; what they say is checked with the file schema. */
export function reassignFromFlags(flags: QuestionFlags): unknown {
  return {
    format: "skoledistrikt-question",
    version: 1,
    kind: "reassign",
    ...(flags.plan !== undefined && { plan: flags.plan }),
    stages: flags.minimise.split(",").map((stage) =>
      stage.split("+").map((part) => {
        const [objective, weight] = part.split("*");
        return { objective, ...(weight !== undefined && { weight: Number(weight) }) };
      }),
    ),
    rules: flags.rule.map(assignmentRule),
    limits: limitsOf(flags),
  };
}

export function networkFromFlags(flags: QuestionFlags): unknown {
  const costs = Object.fromEntries(
    flags.cost.map((entry) => entry.split("=")).map(([name, value]) => [name, Number(value)]),
  );
  return {
    format: "skoledistrikt-question",
    version: 1,
    kind: "network",
    ...(flags.site.length > 0 && {
      sites: flags.site.map((entry) => {
        const [site, options = ""] = entry.split("=");
        return { site, teaches: options.split("|").map((range) => (range === "closed" ? "" : range)) };
      }),
    }),
    ...(flags.rule.length > 0 && { rules: flags.rule.map(networkRule) }),
    ...(flags.cost.length > 0 && { costs }),
    list: { networks: flags.networks, apart: flags.apart },
    limits: limitsOf(flags),
  };
}

const limitsOf = ({ seed, seconds }: Pick<QuestionFlags, "seed" | "seconds">) => ({
  seed,
  ...(seconds !== undefined && { seconds }),
});

/** `kind`, or `kind:word:word` as the help lists them. */
function assignmentRule(text: string): unknown {
  const [kind, ...words] = text.split(":");
  switch (kind) {
    case "most-moved":
      return { kind, pupils: Number(words[0]) };
    case "capacity-in-years": {
      const [from, to = from] = (words[0] ?? "0-12").split("-").map(Number);
      return { kind, from, to, ...(words[1] !== undefined && { scenarios: words[1].split(",") }) };
    }
    case "most-split":
      return { kind, pairs: Number(words[0]) };
    case "lock":
      return { kind, unit: words[0], band: words[1], site: words[2] };
    case "longest-way":
      return { kind, band: words[0], metres: Number(words[1]) };
    case "feeder":
      return { kind, from: words[0], to: words[1] };
    default:
      return { kind };
  }
}

function networkRule(text: string): unknown {
  const [kind, ...words] = text.split(":");
  switch (kind) {
    case "most-closures":
      return { kind, sites: Number(words[0]) };
    case "fewest-pupils":
    case "most-pupils":
      return { kind, pupils: Number(words[0]) };
    case "longest-way":
      return { kind, band: words[0], metres: Number(words[1]) };
    default:
      return { kind };
  }
}
