/** Texts on and below the map, and of the line that tells a plan's figures where there is little room. */
export const daMap = {
  "map.fit": "Vis hele kommunen",
  "map.preview": "{plan}, mens du peger",
  "legend.districts": "Distrikter og deres farver",
  "line.longer": "{value} længere til skole",
  "line.shorter": "{value} kortere til skole",
  "line.sameWay": "lige så langt til skole",
  "line.moreRights": "{value} flere med ret til befordring",
  "line.fewerRights": "{value} færre med ret til befordring",
  "line.sameRights": "lige mange med ret til befordring",
  "line.moreClasses": "{value} flere",
  "line.fewerClasses": "{value} færre",
  "line.sameClasses": "lige mange klasser",
} as const;

export const enMap: Readonly<Record<keyof typeof daMap, string>> = {
  "map.fit": "Show the whole municipality",
  "map.preview": "{plan}, while you point",
  "legend.districts": "Districts and their colours",
  "line.longer": "{value} farther to school",
  "line.shorter": "{value} nearer to school",
  "line.sameWay": "just as far to school",
  "line.moreRights": "{value} more with a right to transport",
  "line.fewerRights": "{value} fewer with a right to transport",
  "line.sameRights": "as many with a right to transport",
  "line.moreClasses": "{value} more",
  "line.fewerClasses": "{value} fewer",
  "line.sameClasses": "as many classes",
};
