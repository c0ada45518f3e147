/** Texts about links that ask for what there is not. */
export const daLink = {
  "link.label": "Om linket",
  "link.unreadable": "»{part}={value}« i linket kan ikke læses.",
  "link.data":
    "Linket er lavet med andre data end dem, der er åbne her. Planernes numre og rettelserne passer derfor ikke og er udeladt. Var det din egen sag, så åbn dens mappe igen under Hjælp, og vælg planen dér.",
  "link.districts": "Linket beder om {asked} distrikter, men {place} har kun {most} at samle.",
  "link.file": "Linket nævner planen »{id}«. Sagens planer er: {names}.",
  "link.file.none": "Linket nævner planen »{id}«, men sagen har ingen planer i filer.",
  "link.own":
    "Linket nævner et forslag, som er tegnet i en anden browser eller er slettet. Bed om forslaget som fil eller som delelink.",
  "link.own.lost": "Browseren nåede ikke at gemme forslaget. Åbn det igen fra en fil, en kort kode eller et delelink.",
  "link.plan": "Linket nævner Plan {number}, men der er kun {count} planer.",
  "link.shown": "Her vises {plan}.",
  "link.close": "Luk beskeden om linket",
} as const;

export const enLink: Readonly<Record<keyof typeof daLink, string>> = {
  "link.label": "About the link",
  "link.unreadable": "“{part}={value}” in the link cannot be read.",
  "link.data":
    "The link was made with other data than are open here. Its plan numbers and corrections do not apply and are left out. If it was your own case, open its folder again under Help and choose the plan there.",
  "link.districts": "The link asks for {asked} districts, but {place} has only {most} to join.",
  "link.file": "The link names the plan “{id}”. The case's plans are: {names}.",
  "link.file.none": "The link names the plan “{id}”, but the case has no plans in files.",
  "link.own":
    "The link names a proposal that was drawn in another browser or is deleted. Ask for the proposal as a file or as a share link.",
  "link.own.lost":
    "The browser did not get to keep the proposal. Open it again from a file, a short code or a share link.",
  "link.plan": "The link names Plan {number}, but there are only {count} plans.",
  "link.shown": "Shown here: {plan}.",
  "link.close": "Close the message about the link",
};
