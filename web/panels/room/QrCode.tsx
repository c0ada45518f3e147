import { type ReactNode, useEffect, useState } from "react";

/** A code to scan; drawn here, so that no other site learns the link. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const [path, setPath] = useState<{ readonly size: number; readonly d: string }>();
  useEffect(() => {
    let isWanted = true;
    const make = async (): Promise<void> => {
      const { encode } = await import("uqr");
      const { size, data } = encode(text, { ecc: "M", border: 4 });
      const d = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
      if (isWanted) setPath({ size, d });
    };
    void make();
    return () => {
      isWanted = false;
    };
  }, [text]);
  if (!path) return <div className="room-qr" />;
  return (
    <svg className="room-qr" role="img" aria-label={label} viewBox={`0 0 ${path.size} ${path.size}`}>
      <rect width={path.size} height={path.size} fill="#fff" />
      <path d={path.d} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
