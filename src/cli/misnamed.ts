import { catalogue, filled, quoted, saidIn, type Text } from "../domain/language.ts";
import type { UnknownName } from "../protocol/question-names.ts";
import { listed, meant } from "./arguments.ts";
import type { Say } from "./say.ts";

const KINDS: Readonly<Record<UnknownName["kind"], { readonly unknown: Text; readonly ambiguous: Text }>> = catalogue(
  "cli.misnamed",
  {
    site: {
      unknown: { da: "Ingen skole hedder", en: "No school is called" },
      ambiguous: { da: "Flere skoler hedder", en: "Several schools are called" },
    },
    district: {
      unknown: { da: "Intet distrikt hedder", en: "No district is called" },
      ambiguous: { da: "Flere distrikter hedder", en: "Several districts are called" },
    },
    unit: {
      unknown: { da: "Intet basisområde hedder", en: "No basic unit is called" },
      ambiguous: { da: "Flere basisområder hedder", en: "Several basic units are called" },
    },
    plan: {
      unknown: { da: "Ingen plan hedder", en: "No plan is called" },
      ambiguous: { da: "Flere planer hedder", en: "Several plans are called" },
    },
    grades: {
      unknown: { da: "Hele trin er ikke", en: "No whole bands are" },
      ambiguous: { da: "Hele trin er ikke", en: "No whole bands are" },
    },
  },
);

const USE_ID = catalogue("cli.misnamed.useId", { da: " Brug et id: {list}.", en: " Use an id: {list}." });

/** One sentence a name that the case does not have, or has more than once: what it may have been, or which ids there are. */
export function misnamedText(names: readonly UnknownName[], { language }: Say): string {
  return names
    .map(({ kind, name, near = [], known, ids }) => {
      const { unknown, ambiguous } = KINDS[kind];
      const said = quoted(name)[language];
      if (ids) return `${ambiguous[language]} ${said}.${filled(USE_ID, { list: ids.join(", ") })[language]}`;
      return `${unknown[language]} ${said}.${saidIn(near.length > 0 ? meant(near) : known ? listed(known) : "", language)}`;
    })
    .join("\n");
}
