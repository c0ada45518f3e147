/** Texts of the choice between two concerns. */
export const daAskFront = {
  "front.all":
    "Det er alle de forslag, hvor intet andet er bedre på begge dele. Læses to ens, når tallene er rundet af, står kun det ene.",
  "front.found":
    "Forslag, hvor intet andet er bedre på begge dele, så vidt de blev fundet på {count, plural, one {ét sekund} other {{text} sekunder}}. Der kan findes bedre.",
  "front.some": "Et udvalg af de forslag, hvor intet andet er bedre på begge dele.",
  "front.ends.all":
    "De to yderste er med: det bedste for »{first}« og det bedste for »{second}«. Imellem dem kan der være flere.",
  "front.ends.first":
    "Der blev ikke tid til den anden ende: Det bedste for »{second}« mangler, og det gør forslagene på vej dertil. Prøv med længere ventetid.",
  "front.label": "To hensyn mod hinanden; piletasterne vælger et forslag",
};

export const enAskFront: Readonly<Record<keyof typeof daAskFront, string>> = {
  "front.all":
    "These are all proposals that no other beats in both. Where two read alike once figures are rounded, only one stands here.",
  "front.found":
    "Proposals that no other beats in both, as far as they were found in {count, plural, one {one second} other {{text} seconds}}. There may be better ones.",
  "front.some": "A choice of the proposals that no other beats in both.",
  "front.ends.all":
    "The two at the ends are here: the best for “{first}” and the best for “{second}”. Between them there may be more.",
  "front.ends.first":
    "There was no time for the other end: the best for “{second}” is missing, and so are the proposals on the way to it. Try with a longer wait.",
  "front.label": "Two concerns against each other; the arrow keys choose a proposal",
};
