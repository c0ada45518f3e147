import { goesToRefused } from "../refused-blank.ts";

/** The question's form, by its id: its button may stand outside it. */
export const ASK_FORM = "ask-form";

/** Goes to the first blank of the question whose number cannot be taken; whether there is one. */
export const isNumberRefused = (): boolean => goesToRefused(document.querySelector(`#${ASK_FORM}`));
