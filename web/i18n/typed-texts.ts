/** Texts about what is typed: numbers that cannot be taken as they stand, texts that are changed elsewhere meanwhile. */
export const daTyped = {
  "typed.blank": "{field}: Her mangler et tal.",
  "typed.unreadable": "{field}: »{found}« er ikke et tal.",
  "typed.broken": "{field}: »{found}« er ikke et helt tal.",
  "typed.ambiguous": "{field}: »{found}« kan læses på to måder. Skriv tallet uden punktum og komma.",
  "typed.small": "{field}: »{found}« er for lille. Mindst {least}.",
  "typed.large": "{field}: »{found}« er for stort. Højst {most}.",
  "typed.meanwhile": "Imens er teksten ændret et andet sted til »{text}«. Det, du skriver her, træder i stedet.",
  "typed.meanwhileGone": "Imens er teksten slettet et andet sted. Det, du skriver her, træder i stedet.",
} as const;

export const enTyped: Readonly<Record<keyof typeof daTyped, string>> = {
  "typed.blank": "{field}: a number is missing.",
  "typed.unreadable": "{field}: “{found}” is not a number.",
  "typed.broken": "{field}: “{found}” is not a whole number.",
  "typed.ambiguous": "{field}: “{found}” can be read in two ways. Write the number without points and commas.",
  "typed.small": "{field}: “{found}” is too small. At least {least}.",
  "typed.large": "{field}: “{found}” is too large. At most {most}.",
  "typed.meanwhile": "Meanwhile the text was changed elsewhere to “{text}”. What you write here takes its place.",
  "typed.meanwhileGone": "Meanwhile the text was deleted elsewhere. What you write here takes its place.",
};
