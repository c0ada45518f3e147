/** Texts for what a list of plans comes to, in a few sentences above it. */
export const daSummary = {
  "summary.count": "{count, plural, one {{text} mulig plan} other {{text} mulige planer}}",
  "summary.all":
    "Alle måder at samle de {from} skoledistrikter i {place} til {to}, så hvert nyt distrikt hænger sammen.",
  "summary.touching":
    "Alle måder at samle de {from} skoledistrikter i {place} til {to}, så de, der samles, støder op til hinanden. I {whole} af planerne hænger hvert nyt distrikt sammen; i de andre ligger et i flere stykker, i hvert fald på nogle klassetrin.",
  "summary.touching.said":
    "Alle måder at samle de {from} skoledistrikter i {place} til {to}, så de, der samles, grænser op til hinanden, som I har krydset af. I {whole} af planerne hænger hvert nyt distrikt også sammen på kortet.",
  "summary.best":
    "De {from} skoledistrikter i {place} kan samles til {to} på {existing} måder. Det er for mange at regne alle; her er de bedste, der er fundet på hvert nøgletal.",
  "summary.sure.proven":
    "På {count, plural, one {ét nøgletal} other {{text} nøgletal}} er det bevist, at ingen plan er bedre end den bedste her, heller ikke blandt dem, der ikke er regnet.",
  "summary.sure.near":
    "På {count, plural, one {ét nøgletal} other {{text} nøgletal}} vides det, hvor langt den bedste her højst er fra den bedste af alle.",
  "summary.sure.others": "På de øvrige kan der være bedre planer end de fundne.",
  "summary.sure.more": "Er de bevist de bedste?",
  "summary.sure.list.proven": "Bevist bedst af alle",
  "summary.sure.list.near": "Højst så langt fra den bedste af alle",
  "summary.sure.within": "{what}: {gap} %",
  "summary.none": "Ingen planer svarer på spørgsmålet.",
  "summary.decision": "{decision} er Plan {number}.",
  "summary.districts":
    "Plan {number} har de samme distrikter som {decision}. Her går alle til den nærmeste skole, og det var ikke en del af beslutningen.",
  "summary.standing": "Hvor ligger Plan {number} blandt de {count}?",
  "summary.places": "Nr. 1 er bedst: {list}.",
  "summary.unranked": "Efter {what} kan planerne ikke sættes i rækkefølge: det er for usikkert.",
  "summary.place": "{what} nr. {rank}",
  "summary.place.worse": "{what} nr. {rank} (dårligere end i dag)",
  "summary.unbeaten":
    "{unbeaten} af de {count} planer kan ikke forbedres på ét mål uden at blive dårligere på et andet; den er en af dem.",
  "summary.beaten":
    "{count, plural, one {Én anden plan er mindst lige så god på alle hovedmål og bedre på ét.} other {{text} andre planer er mindst lige så gode på alle hovedmål og bedre på ét.}}",
  "summary.notListed": "{decision} er ikke på listen: den samler ikke hele distrikter, der støder op til hinanden.",
  "summary.equal": "Når alle bliver på deres skole, er {what} de samme i alle planer.",
  "summary.equalHere": "I alle planer er {what} de samme.",
} as const;

export const enSummary: Readonly<Record<keyof typeof daSummary, string>> = {
  "summary.count": "{count, plural, one {{text} possible plan} other {{text} possible plans}}",
  "summary.all":
    "Every way to join the {from} school districts in {place} into {to} so that each new district is in one piece.",
  "summary.touching":
    "Every way to group the {from} school districts of {place} into {to} in which those that are joined touch each other. In {whole} of the plans every new district is in one piece; in the others one lies in several pieces, at least in some grades.",
  "summary.touching.said":
    "Every way to group the {from} school districts of {place} into {to} in which those that are joined touch as you have ticked. In {whole} of the plans every new district is in one piece on the map too.",
  "summary.best":
    "The {from} school districts in {place} can be joined into {to} in {existing} ways. That is too many to compute all; here are the best found by each measure.",
  "summary.sure.proven":
    "By {count, plural, one {one measure} other {{text} measures}} it is proven that no plan is better than the best one here, nor any of those that are not computed.",
  "summary.sure.near":
    "By {count, plural, one {one measure} other {{text} measures}} it is known how far the best one here is from the best of all at most.",
  "summary.sure.others": "By the others there may be better plans than those found.",
  "summary.sure.more": "Are they proven to be the best?",
  "summary.sure.list.proven": "Proven best of all",
  "summary.sure.list.near": "So far at most from the best of all",
  "summary.sure.within": "{what}: {gap} %",
  "summary.none": "No plan answers the question.",
  "summary.decision": "{decision} is Plan {number}.",
  "summary.districts":
    "Plan {number} has the same districts as {decision}. Here everybody goes to the nearest school, which was no part of the decision.",
  "summary.standing": "Where does Plan {number} stand among the {count}?",
  "summary.places": "No. 1 is best: {list}.",
  "summary.unranked": "The plans cannot be put in order by {what}: it is too unsure.",
  "summary.place": "{what} no. {rank}",
  "summary.place.worse": "{what} no. {rank} (worse than today)",
  "summary.unbeaten":
    "{unbeaten} of the {count} plans cannot be improved on one measure without getting worse on another; this is one of them.",
  "summary.beaten":
    "{count, plural, one {One other plan is at least as good on every main measure and better on one.} other {{text} other plans are at least as good on every main measure and better on one.}}",
  "summary.notListed": "{decision} is not on the list because one of its districts is not in one piece.",
  "summary.equal": "When everybody stays at their school, {what} are the same in every plan.",
  "summary.equalHere": "In every plan {what} are the same.",
};
