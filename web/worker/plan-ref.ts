/** A plan of the page: of the list, or of a file. */
export type PlanRef =
  | { readonly from: "list"; readonly number: number }
  | { readonly from: "file"; readonly id: string };
