import "./claims.css";
import type { ReactNode } from "react";
import { useClaimsVoice } from "./claims-voice.ts";
import { Said } from "./Said.tsx";
import { useKeptClaims } from "./use-claims.ts";

/** Stands beside a proposal's money: the other figures that somebody put there. */
export function SaidBeside(): ReactNode {
  const { tell } = useClaimsVoice();
  const kept = useKeptClaims();
  if (kept.length === 0) return null;
  return (
    <section className="said-beside">
      <h4>{tell("said.title")}</h4>
      {kept.map((each) => (
        <Said key={each.id} kept={each} at="money" />
      ))}
      <p className="field-help">{tell("said.beside")}</p>
    </section>
  );
}
