import { type RefObject, useEffect } from "react";

/** A question gives the focus to its own cross as it opens; this gives it to the field that one came for. */
export function useFirstFocus(field: RefObject<{ focus: () => void } | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [field]);
}
