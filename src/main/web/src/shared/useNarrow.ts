import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 800px)";

/** Whether the window is as narrow as a telephone's, or a notebook's at twice the size of letters. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
