import { TINY_FILES } from "../cases/tiny.ts";

/** The tiny case's files as somebody else would have them: other names, other headers, one file for what is two here. */
export const OTHERS = {
  "Skoler_2025.csv": TINY_FILES["sites.csv"].replace(
    /^.*/,
    "Skolens nr;Skolens navn;Bynavn;Bredde;Laengde;Klassetrin;Distrikt;a;b;c",
  ),
  "elever pr. adresse.csv": TINY_FILES["pupils.csv"].replace(
    /^.*/,
    `breddegrad;længdegrad;${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((grade) => `${grade}. klasse`).join(";")}`,
  ),
  "veje.geojson": TINY_FILES["roads.geojson"],
  "kommunegraense.geojson": TINY_FILES["outline.geojson"],
};
