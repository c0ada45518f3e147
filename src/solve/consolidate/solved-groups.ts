import type { Failed } from "../../domain/outcome.ts";
import type { MergedDistrict } from "../../compare/groupings.ts";
import { groupOf } from "../grouping/groups.ts";
import type { ColumnMaker } from "./columns.ts";
import type { Joined } from "./least-sum.ts";

/** Merged districts, each solved once and only when it is asked for. */
export class SolvedGroups {
  readonly #maker: ColumnMaker;
  readonly #most: number;
  readonly #known = new Map<string, MergedDistrict>();

  /** `most`: how many may be solved to find and prove what is best. */
  constructor(maker: ColumnMaker, most: number) {
    this.#maker = maker;
    this.#most = most;
  }

  get all(): readonly MergedDistrict[] {
    return [...this.#known.values()];
  }

  known(districts: Joined): MergedDistrict | undefined {
    return this.#known.get(districts.join());
  }

  /** "beyond": no more are solved to prove something. */
  async toProve(districts: Joined): Promise<MergedDistrict | "beyond" | Failed> {
    return this.known(districts) ?? (this.#known.size >= this.#most ? "beyond" : this.toShow(districts));
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
