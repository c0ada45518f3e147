/** Texts of the table of areas while a plan is drawn in it. */
export const daTable = {
  "table.chooseAll": "Vælg alle rækker",
  "table.chooseRow": "Vælg {area}",
  "table.siteDrawn": "Skole i forslaget",
  "table.locked": "Låst",
  "areas.find": "Søg efter sted, skole eller distrikt",
  "areas.none": "Sæt flueben ved de områder, der skal have en anden skole eller låses.",
  "areas.chosen": "{count, plural, one {Ét område} other {{text} områder}} valgt, med {pupils}.",
  "areas.paint": "Giv områderne skolen",
  "areas.chooseNone": "Fravælg alle",
  "areas.fewPupils": "Områder med færre end fem elever, også dem uden elever, har <5 i alle klassetrin.",
} as const;

export const enTable: Readonly<Record<keyof typeof daTable, string>> = {
  "table.chooseAll": "Choose all rows",
  "table.chooseRow": "Choose {area}",
  "table.siteDrawn": "School in the proposal",
  "table.locked": "Locked",
  "areas.find": "Search for a place, school or district",
  "areas.none": "Tick the areas that are to have another school or be locked.",
  "areas.chosen": "{count, plural, one {One area} other {{text} areas}} chosen, with {pupils}.",
  "areas.paint": "Give the areas this school",
  "areas.chooseNone": "Choose none",
  "areas.fewPupils": "Areas with fewer than five pupils, also those without any, have <5 in all grades.",
};
