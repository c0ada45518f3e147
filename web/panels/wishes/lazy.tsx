import { type ComponentProps, lazy, type ReactNode, Suspense } from "react";
import type { Price } from "./Price.tsx";

const Lit = lazy(async () => ({ default: (await import("./Lamp.tsx")).Lamp }));
const Priced = lazy(async () => ({ default: (await import("./Price.tsx")).Price }));

/** The lamp, which comes when something is drawn. */
export const LazyLamp = (): ReactNode => (
  <Suspense>
    <Lit />
  </Suspense>
);

/** The price of a lock or a limit, which comes with the first of them. */
export const LazyPrice = (props: ComponentProps<typeof Price>): ReactNode => (
  <Suspense>
    <Priced {...props} />
  </Suspense>
);
