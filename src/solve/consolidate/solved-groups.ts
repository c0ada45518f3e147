import type { Failed } from "../../domain/outcome.ts";
import type { MergedDistrict } from "../../compare/groupings.ts";
import { groupOf } from "../grouping/groups.ts";
import type { ColumnMaker } from "./columns.ts";
import type { Joined } from "./sum-search.ts";

/** Share of those allowed that is kept for finding a grouping. */
const FOR_GROUPINGS = 0.4;

/** Merged districts, each solved once and only when it is asked for. */
export class SolvedGroups {
  readonly #maker: ColumnMaker;
  #allowed = 0;
  #left = 0;
  readonly #known = new Map<string, MergedDistrict>();

  /** `made`: those that are solved already. */
  constructor(maker: ColumnMaker, made: readonly MergedDistrict[]) {
    this.#maker = maker;
    for (const column of made) this.#known.set(column.joins.join(), column);
  }

  /** How many more may be solved to find and prove what is best, by one measure. */
  allow(most: number): void {
    this.#allowed = most;
    this.#left = most;
  }

  get all(): readonly MergedDistrict[] {
    return [...this.#known.values()];
  }

  known(districts: Joined): MergedDistrict | undefined {
    return this.#known.get(districts.join());
  }

  /** "beyond": no more are solved; for a bound alone no more than leaves enough to find a grouping with. */
  async toProve(districts: Joined, what: "bound" | "grouping"): Promise<MergedDistrict | "beyond" | Failed> {
    const known = this.known(districts);
    if (known) return known;
    if (this.#left <= (what === "bound" ? this.#allowed * FOR_GROUPINGS : 0)) return "beyond";
    this.#left--;
    return this.toShow(districts);
  }

  /** Of a grouping that is shown, whatever it takes. */
  async toShow(districts: Joined): Promise<MergedDistrict | Failed> {
    const known = this.known(districts);
    if (known) return known;
    const made = await this.#maker.make(groupOf(districts));
    if (made.status === "failed") return made;
    this.#known.set(districts.join(), made.column);
    return made.column;
  }
}
