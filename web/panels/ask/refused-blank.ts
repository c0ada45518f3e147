/** The question's form, by its id: its button may stand outside it. */
export const ASK_FORM = "ask-form";

/** Goes to the first blank of the question whose number cannot be taken; whether there is one. */
export function goesToRefused(): boolean {
  const blank = document.querySelector<HTMLElement>(`#${ASK_FORM} [aria-invalid="true"]`);
  blank?.focus();
  return blank !== null;
}
