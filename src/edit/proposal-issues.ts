import { catalogue } from "../domain/language.ts";
import { error, warning } from "../import/issue-text.ts";
import { ISSUE_TEXTS } from "../import/issue-texts.ts";
import { type BookOf, openBook, type ReportOf } from "../import/report.ts";

/** What may be said of a proposal's file, and of a drawn plan that is to be an ordinary plan file, by code. */
export const PROPOSAL_ISSUES = catalogue("edit.proposal-issues", {
  "proposal.other-data": warning(
    [
      "Forslaget er lavet på andre data end dem, der er åbne; tallene kan være andre.",
      "The proposal was made on other data than those that are open; figures may differ.",
    ],
    ["Se det igennem, eller åbn de data, det er lavet på.", "Go through it, or open the data that it was made on."],
  ),
  "proposal.edit-left-out": warning(
    [
      "En ændring passer ikke til de data, der er åbnet her, og er udeladt ({edit}): {why}",
      "A change does not fit the data opened here and is left out ({edit}): {why}",
    ],
    ["Lav den om, hvis den stadig er ønsket.", "Make it again if it is still wanted."],
  ),
  "proposal.edit-misfit": error(
    ["En ændring kan ikke laves ({edit}): {why}", "A change cannot be made ({edit}): {why}"],
    ["Hent filen igen, hvor den kommer fra.", "Fetch the file again where it comes from."],
  ),
  "proposal.site-outside": warning(
    [
      "En ny skole er sat langt uden for kommunen ({edit}).",
      "A new school was placed far outside the municipality ({edit}).",
    ],
    [
      "Flyt skolen ind på kortet over kommunen, eller fjern den.",
      "Move the school onto the municipality's map, or remove it.",
    ],
  ),
  "proposal.edit-twice": error(
    ["To ændringer har id {id}.", "Two edits have the id {id}."],
    ["Giv hver ændring sit eget id.", "Give each edit an id of its own."],
  ),
  "proposal.strokes": error(
    ["Strøgene i filen hænger ikke sammen.", "The strokes in the file do not belong together."],
    ["Hent filen igen, hvor den kommer fra.", "Fetch the file again where it comes from."],
  ),
  "proposal.start-unknown": error(
    [
      "Forslaget tager udgangspunkt i planen {plan}, som ikke findes her.",
      "The proposal starts from the plan {plan}, which is not here.",
    ],
    ["Åbn den sag, forslaget er lavet til.", "Open the case that the proposal was made for."],
  ),
  "proposal.start-zones": error(
    [
      "Forslagets udgangspunkt siger ikke selv, hvem der går hvor.",
      "The proposal's start does not itself say who goes where.",
    ],
    [
      'Skriv assignment med kind "zones", eller henvis til en af sagens planer.',
      'Write assignment with kind "zones", or refer to one of the case\'s plans.',
    ],
  ),
  "proposal.site-unknown": error(
    [
      "Skolen {site} findes ikke i sagen og er ikke tilføjet af en tidligere ændring.",
      "Site {site} is not in the case and was not added by an earlier edit.",
    ],
    [
      "Åbn den sag, forslaget er lavet til, eller ret skolens id.",
      "Open the case that the proposal was made for, or correct the site id.",
    ],
  ),
  "proposal.new-sites": error(
    [
      "Planen har skoler, som ikke findes i sagen ({sites}), og en almindelig planfil kan ikke rumme dem.",
      "The plan has schools that the case does not have ({sites}), and an ordinary plan file cannot hold them.",
    ],
    [
      "Gem den som forslag: det kan både siden, evaluate og compare læse. Eller tilføj skolerne i sites.csv.",
      "Save it as a proposal: the page, evaluate and compare can all read that. Or add the schools to sites.csv.",
    ],
  ),
  "proposal.places-left-out": warning(
    [
      "Planen regner med andre pladser end sagen ({sites}); de står ikke i planfilen.",
      "The plan assumes other places than the case ({sites}); they are not in the plan file.",
    ],
    ["Gem den som forslag, hvis de skal med.", "Save it as a proposal if they are to be kept."],
  ),
  "proposal.assumptions-left-out": warning(
    [
      "Planen regnes med forslagets egne forudsætninger ({names}); de står ikke i planfilen, og tallene bliver andre uden dem.",
      "The plan is measured with assumptions of the proposal's own ({names}); they are not in the plan file, and figures differ without them.",
    ],
    ["Gem den som forslag, hvis de skal med.", "Save it as a proposal if they are to be kept."],
  ),
  "proposal.claims-left-out": warning(
    [
      "Påstande om andre tal hører til forslaget ({names}); de står ikke i planfilen.",
      "Claims of other figures belong to the proposal ({names}); they are not in the plan file.",
    ],
    ["Gem den som forslag, hvis de skal med.", "Save it as a proposal if they are to be kept."],
  ),
  "short-code.start": error(
    [
      "Der er ingen kort kode, for den kan kun begynde fra dagens plan, en plan på listen eller en plan, der følger med sagen som fil, ikke fra et andet forslag.",
      "There is no short code, for it can only start from today's plan, a plan of the list or one that comes with the case as a file, not from another proposal.",
    ],
    ["Gem forslaget som fil, eller del det som link.", "Save the proposal as a file, or share it as a link."],
  ),
  "short-code.more": error(
    ["Der er ingen kort kode, fordi forslaget har {what}.", "There is no short code, because the proposal has {what}."],
    ["Gem forslaget som fil, eller del det som link.", "Save the proposal as a file, or share it as a link."],
  ),
  "short-code.long": error(
    [
      "Der er ingen kort kode, fordi den for {moves, number} skoler ville få {signs, number} tegn, og der er plads til {most, number}.",
      "There is no short code, because that of {moves, number} schools would have {signs, number} signs, and there is room for {most, number}.",
    ],
    ["Gem forslaget som fil, eller del det som link.", "Save the proposal as a file, or share it as a link."],
  ),
  "short-code.pupils": warning(
    [
      "Koden siger ikke, hvor eleverne fra de lukkede skoler skal gå.",
      "The code does not say where the pupils of the closed schools are to go.",
    ],
    [
      "Den, der bruger koden, fordeler dem igen; gem forslaget som fil, hvis de skal med.",
      "Whoever uses the code assigns them anew; save the proposal as a file if they are to be kept.",
    ],
  ),
  "short-code.sign": error(
    ["»{sign}« kan ikke stå i en kode.", "“{sign}” cannot stand in a code."],
    [
      "Koder består af tal og bogstaverne A-Z uden I, L, O og U.",
      "Codes are made of digits and the letters A-Z without I, L, O and U.",
    ],
  ),
  "short-code.misread": error(
    ["Koden er ikke skrevet rigtigt af.", "The code was not copied correctly."],
    ["Sammenlign den tegn for tegn.", "Compare it sign by sign."],
  ),
  "short-code.other-data": error(
    ["Koden hører til andre data end dem, der er åbnet her.", "The code belongs to other data than those opened here."],
    ["Åbn de data, som forslaget er lavet på.", "Open the data that the proposal was made on."],
  ),
});

const TEXTS = { ...ISSUE_TEXTS, ...PROPOSAL_ISSUES };

export type ProposalReport = ReportOf<typeof TEXTS>;
export const openProposalBook = (): BookOf<typeof TEXTS> => openBook(TEXTS);
