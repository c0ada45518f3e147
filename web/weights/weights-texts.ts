/** Texts of weighing concerns; they come with the panel. */
export const daWeights = {
  "weigh.how": "Ryk skyderne, som I vægter hensynene. Listen ordnes med det samme, og linket husker vægtene.",
  "weigh.travel": "Kort vej til skole",
  "weigh.changes": "Få skoleskift",
  "weigh.transport": "Få med ret til befordring",
  "weigh.class-size": "Små klasser",
  "weigh.money": "Besparelse",
  "weigh.district-size": "Lige store distrikter",
  "weigh.alike": "ens i alle planer",
  "weigh.count": "{weight} af {most}",
  "weigh.reset": "Fjern vægtene",
  "weigh.first": "Med de vægte står den her først:",
  "weigh.unsure":
    "{concerns} tæller med deres bedste bud. De er ikke sikre, så to planer tæt på hinanden kan stå omvendt.",
  "weigh.scale": "Hvert hensyn går fra den bedste til den dårligste af de {count} planer på listen.",
  "weigh.can":
    "Regnet med bedste bud kan {first} af de {count} planer stå først med nogle vægte. {never} kan aldrig, hvordan I end vægter.",
  "weigh.can.waiting": "Ser efter, hvilke planer nogen vægte kan sætte først …",
  "weigh.plan.first": "{plan} står først med for eksempel de her vægte: {weights}.",
  "weigh.plan.try": "Prøv de vægte",
  "weigh.plan.never":
    "Ingen vægte sætter {plan} først, regnet med bedste bud: Vægtes {mix} sammen, er de bedre på hvert eneste hensyn, og så er mindst én af dem altid foran.",
  "weigh.share": "{name} {share} %",
  "weigh.opposed.title": "Den plan, der møder mindst modstand",
  "weigh.opposed.sets":
    "Med de {sets} sæt vægte, I har gemt, kommer ingen plan nærmere alles bedste. Den ligger højst {regret} point af 100 fra den bedste for nogen af dem:",
  "weigh.opposed.alone":
    "Hvis hver især kun så på ét af hensynene, kommer ingen plan nærmere alles bedste. Den ligger højst {regret} point af 100 fra den bedste for nogen af dem:",
  "weigh.opposed.more": "Gem flere menneskers vægte, én ad gangen, så regnes planen for dem.",
  "weigh.opposed.keep": "Gem vægtene som én persons",
  "weigh.opposed.clear": "Slet de gemte vægte",
} as const;

type WeightsKey = keyof typeof daWeights;

export const enWeights: Readonly<Record<WeightsKey, string>> = {
  "weigh.how":
    "Move the sliders as you weigh the concerns. The list is put in order at once, and the link remembers the weights.",
  "weigh.travel": "A short way to school",
  "weigh.changes": "Few school changes",
  "weigh.transport": "Few with a right to transport",
  "weigh.class-size": "Small classes",
  "weigh.money": "Saving",
  "weigh.district-size": "Districts of equal size",
  "weigh.alike": "alike in all plans",
  "weigh.count": "{weight} of {most}",
  "weigh.reset": "Take the weights away",
  "weigh.first": "With these weights this one stands first:",
  "weigh.unsure":
    "{concerns} count by their best estimates. They are not certain, so two plans close to each other may stand the other way round.",
  "weigh.scale": "Each concern runs from the best to the worst of the {count} plans in the list.",
  "weigh.can":
    "By best estimates {first} of the {count} plans can stand first with some weights. {never} never can, however you weigh.",
  "weigh.can.waiting": "Looking which plans any weights can put first …",
  "weigh.plan.first": "{plan} stands first with these weights, for example: {weights}.",
  "weigh.plan.try": "Try these weights",
  "weigh.plan.never":
    "No weights put {plan} first, by best estimates: taken together, {mix} are better by every single concern, so at least one of them is always ahead.",
  "weigh.share": "{name} {share}%",
  "weigh.opposed.title": "The plan that meets the least opposition",
  "weigh.opposed.sets":
    "With the {sets} sets of weights that you have kept, no plan comes nearer to everybody's best. It is at most {regret} points of 100 from the best for any of them:",
  "weigh.opposed.alone":
    "If each looked at one of the concerns alone, no plan comes nearer to everybody's best. It is at most {regret} points of 100 from the best for any of them:",
  "weigh.opposed.more": "Keep more people's weights, one at a time, and the plan is worked out for them.",
  "weigh.opposed.keep": "Keep the weights as one person's",
  "weigh.opposed.clear": "Delete the kept weights",
};
