import { countingCategories } from "../cost/target.ts";
import type { SavingCategory, SavingsTarget } from "../domain/cost-items.ts";
import { catalogue, inBoth, type Text } from "../domain/language.ts";
import type { Measure } from "../evaluate/measures/measure.ts";

const APART: Text = catalogue("report.saving-apart.apart", { da: ", uden undervisning", en: ", without teaching" });
const NOTHING: Text = catalogue("report.saving-apart.nothing", { da: "", en: "" });

/** What the figure for a saving leaves out, to stand right after it wherever it is told: teaching, where a council spares that. */
export const apartFrom = (counting: readonly SavingCategory[]): Text =>
  counting.includes("classes") ? NOTHING : APART;

/** {@link apartFrom} by a municipality's target. */
export const savingApart = (target: Pick<SavingsTarget, "teaching"> | undefined): Text =>
  apartFrom(countingCategories(target));

/** What a measure is called beside its figures: a saving with what it leaves out. */
export const measureTitle = ({ key, title }: Pick<Measure, "key" | "title">, apart: Text): Text =>
  key === "saving" ? inBoth((language) => title[language] + apart[language]) : title;
