import type { ReactNode } from "react";
import { SchoolTools } from "./Schools.tsx";
import { WhileDrawn } from "./WhileDrawn.tsx";

/** On a school's card, what can be done with the school while a plan is drawn. */
export const CardTools = ({ site }: { readonly site: number }): ReactNode => (
  <WhileDrawn>
    <SchoolTools site={site} on="card" />
  </WhileDrawn>
);
