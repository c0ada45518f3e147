/** Texts for the first visit, and for whoever comes by a link. */
export const daDoors = {
  "doors.label": "Velkommen",
  "doors.close": "Luk velkomsten",
  "doors.sentence": "Her kan I se, hvad andre skoledistrikter ville betyde, og tegne jeres eget forslag.",
  "doors.plans": "Se planerne",
  "doors.together": "Hold et møde om kortet",
  "doors.place": "Hvad sker der hos mig?",
  "doors.place.how": "Klik på kortet, hvor du bor. Så står skolen i dag, skolen i planen og vejen dertil ved siden af.",
  "coming.proposal": "»{title}« åbnes …",
  "coming.link": "Forslaget i linket åbnes …",
};

export const enDoors: Readonly<Record<keyof typeof daDoors, string>> = {
  "doors.label": "Welcome",
  "doors.close": "Close the welcome",
  "doors.sentence": "See here what other school districts would mean, and draw a proposal of your own.",
  "doors.plans": "See the plans",
  "doors.together": "Meet around the map",
  "doors.place": "What happens where I live?",
  "doors.place.how":
    "Click on the map where you live. The school today, the school in the plan and the way there will stand beside it.",
  "coming.proposal": "Opening “{title}” …",
  "coming.link": "Opening the proposal of the link …",
};
