import { ago, clock, exact, useNow } from "./time";

/** A moment in the reader's zone: relative or by the clock, the exact time on hover. */
export function Time({ at, as = "ago" }: { at: string; as?: "ago" | "clock" }) {
  const now = useNow(15_000);
  return (
    <time dateTime={at} title={exact(at)}>
      {as === "ago" ? ago(at, now) : clock(at, now)}
    </time>
  );
}
