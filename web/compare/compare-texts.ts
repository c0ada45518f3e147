/** Texts of comparing plans; they come with the panel. */
export const daCompare = {
  "tray.title": "Fastgjorte planer",
  "tray.empty":
    "Her kan to til seks planer holdes op mod hinanden: fra listen, fra filer og jeres egne forslag. Fastgør dem, hvor de står.",
  "tray.one": "Fastgør mindst én plan mere. Planen i dag er altid med.",
  "tray.coming": "Regner …",
  "tray.show": "Vis {plan} på kortet",
} as const;

export type CompareKey = keyof typeof daCompare;

export const enCompare: Readonly<Record<CompareKey, string>> = {
  "tray.title": "Pinned plans",
  "tray.empty":
    "Here two to six plans can be held against each other: from the list, from files and your own proposals. Pin them where they stand.",
  "tray.one": "Pin at least one more plan. Today's is always there.",
  "tray.coming": "Computing …",
  "tray.show": "Show {plan} on the map",
};
