import { useEffect } from "react";

/** What a hurried hand and the keys can rely on; it comes after the first picture, on which nobody has pressed anything yet. */
export function useSteadyHand(): void {
  useEffect(() => {
    const endings: (() => void)[] = [];
    let is: "coming" | "over" = "coming";
    const come = async (): Promise<void> => {
      const [{ hearClicks }, { keepFocus }] = await Promise.all([
        import("./steady-clicks.ts"),
        import("./kept-focus.ts"),
      ]);
      if (is === "coming") endings.push(hearClicks(), keepFocus());
    };
    void come().catch(() => undefined);
    return () => {
      is = "over";
      for (const end of endings) end();
    };
  }, []);
}
