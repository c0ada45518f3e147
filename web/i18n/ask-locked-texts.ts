/** Texts for asking how to merge districts, and of what is locked meanwhile. */
export const daLocked = {
  "rules.locks": "Det, der er låst på kortet, bliver, som det er",
  "rules.locks.places": "Hele skoler er låst. Så holder alle skoler sig til de pladser, de har.",
  "rules.locks.network": "De skoler, der går låste elever på, bliver.",
  "rules.locks.redraw":
    "Låste områder kommer i samme distrikt som deres skole. En låst skole bliver i sit distrikt, og et låst distrikt beholder sine skoler.",
  "rules.locks.consolidate":
    "Et låst distrikt, og et distrikt med en låst skole, lægges ikke sammen med andre. Alle elever bliver på deres skole.",
  "merge.most":
    "{count, plural, one {Planen har kun ét distrikt, så der er ingen at lægge sammen.} other {Planen har {text} distrikter. De kan blive til {most, plural, one {ét} other {mellem 1 og #}}.}}",
  "merge.policy": "Eleverne",
  "merge.policy.stay": "bliver på deres skole",
  "merge.policy.nearest": "kommer på den nærmeste skole i det nye distrikt med plads",
  "merge.piece": "Distrikter, der lægges sammen, grænser op til hinanden",
  "merge.anywhere": "eller slet ikke",
  "merge.said": "Det, I selv har rettet om distrikternes grænser, gælder også her: {pairs}.",
  "merge.said.yes": "{pair} grænser op til hinanden",
  "merge.said.no": "{pair} grænser ikke op til hinanden",
  "merge.measure": "De bedste efter",
  "merge.ways":
    "{count, plural, one {Én måde holder kravene.} other {{text} måder holder kravene.}} De bedste først, efter: {measure}.",
  "merge.some":
    "Der er for mange måder til at regne alle igennem. Her er de bedste, der blev fundet, efter: {measure}.",
  "merge.districts": "Distrikter: {names}",
} as const;

export const enLocked: Readonly<Record<keyof typeof daLocked, string>> = {
  "rules.locks": "What is locked on the map stays as it is",
  "rules.locks.places": "Whole schools are locked. So all schools keep to the places they have.",
  "rules.locks.network": "The schools that locked pupils go to stay open.",
  "rules.locks.redraw":
    "Locked areas come into the same district as their school. A locked school stays in its district, and a locked district keeps its schools.",
  "rules.locks.consolidate":
    "A locked district, and a district with a locked school, is not merged with others. All pupils stay at their school.",
  "merge.most":
    "{count, plural, one {The plan has only one district, so there are none to merge.} other {The plan has {text} districts. They can become {most, plural, one {one} other {between 1 and #}}.}}",
  "merge.policy": "Pupils",
  "merge.policy.stay": "stay at their school",
  "merge.policy.nearest": "go to the nearest school of the new district with room",
  "merge.piece": "Districts that are merged border on each other",
  "merge.anywhere": "or not at all",
  "merge.said": "What you have put right about the districts' borders holds here too: {pairs}.",
  "merge.said.yes": "{pair} border on each other",
  "merge.said.no": "{pair} do not border on each other",
  "merge.measure": "The best by",
  "merge.ways":
    "{count, plural, one {One way keeps the requirements.} other {{text} ways keep the requirements.}} The best first, by: {measure}.",
  "merge.some": "There are too many ways to work out all of them. Here are the best that were found, by: {measure}.",
  "merge.districts": "Districts: {names}",
};
