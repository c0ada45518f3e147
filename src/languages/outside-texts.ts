import { catalogue } from "../domain/language.ts";

/** What is said outside the page's code, where that cannot run or did not come; the build puts it there in every language. */
export const OUTSIDE = catalogue("languages.outside", {
  noScript: {
    da: "Siden regner i browseren og kræver JavaScript.",
    en: "This page computes in the browser and needs JavaScript.",
  },
  cutOff: {
    da: "Siden kunne ikke hentes helt. Se efter, at der er net, og hent den igen.",
    en: "The page could not be fetched in full. See that there is a network, and fetch it again.",
  },
  again: { da: "Hent siden igen", en: "Fetch it again" },
});
