/** Texts for new schools and for districts in a plan of one's own. */
export const daSchools = {
  "site.isNew": "ny skole",
  "unit.measuring": "vejen regnes ud",
  "legend.new": "Ny skole",
  "money.notBuilt":
    "Hvad det koster at bygge {sites}, er ikke regnet med. Det er der ingen tal for. Undervisning og drift af bygningen er med.",
} as const;

export const enSchools: Readonly<Record<keyof typeof daSchools, string>> = {
  "site.isNew": "new school",
  "unit.measuring": "the way is being worked out",
  "legend.new": "New school",
  "money.notBuilt":
    "What it costs to build {sites} is not included: there are no figures for it. Teaching and running the building are included.",
};
