import { useEffect, useRef, useState } from "react";
import { post } from "../../shared/api";
import type { Role } from "../../shared/contract";

export type HandOff =
  { state: "asking" } | { state: "here"; role: Role } | { state: "failed"; error: unknown };

/** Opens a link from a message. It works once, so it is asked for once. */
export function useHandOff(id: string): HandOff {
  const [handOff, setHandOff] = useState<HandOff>({ state: "asking" });
  const started = useRef(false);

  useEffect(() => {
    if (started.current) {
      return; // React's StrictMode runs effects twice
    }
    started.current = true;
    post<Role>(`/api/v3/hand-offs/${encodeURIComponent(id)}`)
      .then((role) => setHandOff({ state: "here", role }))
      .catch((error: unknown) => setHandOff({ state: "failed", error }));
  }, [id]);
  return handOff;
}
