/** Texts of comparing plans; they come with the panel. */
export const daCompare = {
  "tray.title": "Fastgjorte planer",
  "tray.empty":
    "Her kan to til seks planer holdes op mod hinanden: fra listen, fra filer og jeres egne forslag. Fastgør dem, hvor de står.",
  "tray.one": "Fastgør mindst én plan mere. Planen i dag er altid med.",
  "tray.coming": "Regner …",
  "tray.show": "Vis {plan} på kortet",
  "base.label": "Hold de andre op mod",
  "table.label": "Planerne side om side",
  "table.caption": "Tallene under hvert nøgletal er forskellen fra {base}.",
  "table.measure": "Nøgletal",
  "table.waiting": "Regner planerne …",
  "table.base": "de andre holdes op mod den",
  "table.best": "bedst",
  "table.unsure": "for usikkert til at kåre den bedste",
  "table.same": "det samme",
  "table.range": "mellem {low} og {high}",
  "sure.title": "Hvor sikkert er det med pengene?",
  "sure.saves": "{plan} sparer noget i {share} af 100 beregninger.",
  "sure.how":
    "Hver forudsætning er trukket {draws} gange inden for sit spænd, og alle planer er regnet på de samme træk. Besparelsen får ikke mærket »bedst«, fordi den ikke er sikker.",
  "why.title": "Hvorfor ikke den?",
  "why.how":
    "Kun hovedmål, hvor rækkefølgen er til at stole på. Den største forskel står først, målt på hvor langt der er mellem den bedste og den dårligste af alle planer på listen.",
  "why.how.alone": "Kun hovedmål, hvor rækkefølgen er til at stole på. Den største forskel står først.",
  "maps.which": "Vis på kortet",
  "maps.label": "Planerne på kort",
  "maps.together": "Kortene følges ad: Flyt ét, så flytter de andre med.",
} as const;

export type CompareKey = keyof typeof daCompare;

export const enCompare: Readonly<Record<CompareKey, string>> = {
  "tray.title": "Pinned plans",
  "tray.empty":
    "Here two to six plans can be held against each other: from the list, from files and your own proposals. Pin them where they stand.",
  "tray.one": "Pin at least one more plan. Today's is always there.",
  "tray.coming": "Computing …",
  "tray.show": "Show {plan} on the map",
  "base.label": "Hold the others against",
  "table.label": "The plans side by side",
  "table.caption": "The figures under each measure are the difference from {base}.",
  "table.measure": "Measure",
  "table.waiting": "Computing the plans …",
  "table.base": "the others are held against it",
  "table.best": "best",
  "table.unsure": "too unsure to name the best",
  "table.same": "the same",
  "table.range": "between {low} and {high}",
  "sure.title": "How sure is it about the money?",
  "sure.saves": "{plan} saves something in {share} of 100 computations.",
  "sure.how":
    "Every assumption is drawn {draws} times within its range, and all plans are computed on the same draws. The saving is not marked “best”, since it is not certain.",
  "why.title": "Why not that one?",
  "why.how":
    "Only main measures whose order can be relied on. The largest difference stands first, by how far the best and the worst of all plans of the list lie apart.",
  "why.how.alone": "Only main measures whose order can be relied on. The largest difference stands first.",
  "maps.which": "Show on the map",
  "maps.label": "The plans on maps",
  "maps.together": "The maps go together: move one, and the others follow.",
};
