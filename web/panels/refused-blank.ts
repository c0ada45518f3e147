/** Goes to the first blank of a form that holds what cannot be taken; whether there is one. */
export function goesToRefused(form: ParentNode | null): boolean {
  const blank = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  blank?.focus();
  return Boolean(blank);
}
