/** Texts of asking what happens at one place; they come with the panel. */
export const daHere = {
  "here.how":
    "Klik på kortet, hvor I bor. Så står det her, hvilken skole der hører til i dag og i planen, og hvor langt der er.",
  "here.private": "Intet om stedet forlader jeres browser.",
} as const;

export type HereKey = keyof typeof daHere;

export const enHere: Readonly<Record<HereKey, string>> = {
  "here.how":
    "Click on the map where you live. It then says here which school belongs to it today and in the plan, and how far it is.",
  "here.private": "Nothing about the place leaves your browser.",
};
