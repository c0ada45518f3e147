import { catalogue } from "../../domain/language.ts";

export const CONFLICT_TEXT = catalogue("solve.network.conflict", {
  lackPlaces: { da: "{grades} mangler {lacking}: {pupils}", en: "{grades}: short of {lacking} for {pupils}" },
  lackPlacesOf: {
    da: "{grades} mangler {lacking}: {pupils}, {places} på de skoler, der kan være åbne",
    en: "{grades}: short of {lacking} for {pupils}, with {places} at the schools that may be open",
  },
  unitTooFar: {
    da: "{unit}: elever i {grades} har {metres} m til den nærmeste mulige skole, {name}",
    en: "{unit}: pupils in {grades} have {metres} m to the nearest possible school, {name}",
  },
  oneMoreTooFar: { da: "og ét andet område har for langt", en: "and one other unit is too far away" },
  moreTooFar: { da: "og {more} andre områder har for langt", en: "and {more} other units are too far away" },
  tooFewPupils: {
    da: "{sites} skal være åbne og have mindst {pupils} hver; der er {pupils2}",
    en: "{sites} must be open with at least {pupils} each; there are {pupils2}",
  },
  tooManyPupils: {
    da: "{sites} kan være åbne og have højst {pupils} hver; der er {pupils2}",
    en: "{sites} may be open with at most {pupils} each; there are {pupils2}",
  },
});
