/** Texts of weighing concerns; they come with the panel. */
export const daWeights = {
  "weigh.how":
    "Sæt hver skyder efter, hvor meget hensynet betyder for jer. Listen ordnes med det samme, og linket husker vægtene.",
  "weigh.alike": "ens i alle planer",
  "weigh.count": "{weight} af {most}",
  "weigh.reset": "Fjern vægtene",
  "weigh.first": "Med disse vægte kommer denne plan først:",
  "weigh.unsure": "{concerns} regnes med bedste bud, som er usikre. To planer, der ligger tæt, kan derfor stå omvendt.",
  "weigh.scale": "På hvert hensyn får den bedste af de {count} planer på listen 100 point og den dårligste 0.",
  "weigh.can":
    "Regnet med bedste bud kan {first} af de {count} planer komme først, hvis vægtene sættes til det. De øvrige {never} kommer aldrig først, uanset vægtene.",
  "weigh.can.waiting": "Undersøger, hvilke planer der kan komme først …",
  "weigh.plan.first": "{plan} kommer først med for eksempel disse vægte: {weights}.",
  "weigh.plan.try": "Prøv disse vægte",
  "weigh.plan.never":
    "Ingen vægte sætter {plan} først, regnet med bedste bud. Et vægtet gennemsnit af {mix} er bedre på hvert eneste hensyn, så mindst én af dem er altid foran.",
  "weigh.share": "{name} {share} %",
  "weigh.opposed.title": "Den plan, der møder mindst modstand",
  "weigh.opposed.sets":
    "ligger for alle de {sets} personer, I har gemt vægte for, højst {regret} af 100 point fra deres egen bedste plan. Ingen anden plan kommer så tæt på.",
  "weigh.opposed.alone":
    "ligger højst {regret} af 100 point fra den bedste plan, uanset hvilket af hensynene man ser på alene. Ingen anden plan kommer så tæt på.",
  "weigh.opposed.more": "Gem vægte for flere personer, én ad gangen, så findes planen for dem.",
  "weigh.opposed.keep": "Gem som én persons vægte",
  "weigh.opposed.kept": "{count} gemt",
  "weigh.opposed.clear": "Slet de gemte vægte",
} as const;

type WeightsKey = keyof typeof daWeights;

export const enWeights: Readonly<Record<WeightsKey, string>> = {
  "weigh.how":
    "Set each slider by how much the concern matters to you. The list is put in order at once, and the link remembers the weights.",
  "weigh.alike": "alike in all plans",
  "weigh.count": "{weight} of {most}",
  "weigh.reset": "Remove the weights",
  "weigh.first": "With these weights this plan comes first:",
  "weigh.unsure":
    "{concerns}: taken by best estimates, which are not certain. Two plans close to each other may therefore stand the other way round.",
  "weigh.scale": "By each concern the best of the {count} plans in the list gets 100 points and the worst none.",
  "weigh.can":
    "By best estimates {first} of the {count} plans come first with some weights. The other {never} never do, whatever the weights.",
  "weigh.can.waiting": "Looking which plans can come first …",
  "weigh.plan.first": "{plan} comes first with these weights, for example: {weights}.",
  "weigh.plan.try": "Try these weights",
  "weigh.plan.never":
    "No weights put {plan} first, by best estimates. A weighted mean of {mix} is better by every single concern, so at least one of them is always ahead.",
  "weigh.share": "{name} {share}%",
  "weigh.opposed.title": "The plan that meets the least opposition",
  "weigh.opposed.sets":
    "is at most {regret} of 100 points from the best plan of each of the {sets} people whose weights you have kept. No other plan comes as close.",
  "weigh.opposed.alone":
    "is at most {regret} of 100 points from the best plan, whichever of the concerns one looks at alone. No other plan comes as close.",
  "weigh.opposed.more": "Keep the weights of more people, one at a time, and the plan is found for them.",
  "weigh.opposed.keep": "Keep as one person's weights",
  "weigh.opposed.kept": "{count} kept",
  "weigh.opposed.clear": "Delete the kept weights",
};
