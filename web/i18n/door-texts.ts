/** Texts for the first visit. */
export const daDoors = {
  "doors.label": "Velkommen",
  "doors.close": "Luk velkomsten",
  "doors.sentence": "Her kan I se, hvad andre skoledistrikter ville betyde, og tegne jeres eget forslag.",
  "doors.plans": "Se planerne",
  "doors.plans.text": "Sammenlign dem på skolevej, klasser og økonomi.",
  "doors.draw.text": "Luk, flyt og mal på kortet. Alt kan fortrydes.",
  "doors.together": "Hold et møde om kortet",
  "doors.together.text": "Et link eller en kode fører alles telefoner ind på det samme kort.",
  "doors.place": "Hvad sker der hos mig?",
  "doors.place.text": "Skolen i dag, skolen i planen og vejen dertil.",
  "doors.place.how": "Klik på kortet, hvor du bor. Så står skolen i dag, skolen i planen og vejen dertil ved siden af.",
};

export const enDoors: Readonly<Record<keyof typeof daDoors, string>> = {
  "doors.label": "Welcome",
  "doors.close": "Close the welcome",
  "doors.sentence": "See here what other school districts would mean, and draw a proposal of your own.",
  "doors.plans": "See the plans",
  "doors.plans.text": "Compare them on the way to school, classes and money.",
  "doors.draw.text": "Close, move and paint on the map. Everything can be undone.",
  "doors.together": "Meet around the map",
  "doors.together.text": "A link or a code leads everybody's phone to the same map.",
  "doors.place": "What happens where I live?",
  "doors.place.text": "The school today, the school in the plan, and the way there.",
  "doors.place.how":
    "Click on the map where you live. The school today, the school in the plan and the way there will stand beside it.",
};
