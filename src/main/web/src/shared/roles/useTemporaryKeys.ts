import { useEffect, useState } from "react";
import { post } from "../api";
import type { Credentials, KeysRequest } from "../contract";

/** How long keys stay on the page. */
export const SHOWN_FOR_MS = 120_000;
const TICK_MS = 500;

export type Keys =
  | { state: "none" }
  | { state: "asking" }
  | { state: "here"; credentials: Credentials; leftMs: number }
  | { state: "gone" }
  | { state: "failed"; error: unknown };

export interface KeyWish {
  role: string;
  durationSeconds: number;
}

/** Keys live in this component's state and nowhere else: no cache, no storage; after two minutes they are dropped. */
export function useTemporaryKeys(): { keys: Keys; ask: (wish: KeyWish) => void; drop: () => void } {
  const [keys, setKeys] = useState<Keys>({ state: "none" });
  const here = keys.state === "here" ? keys.credentials : null;

  useEffect(() => {
    if (here === null) {
      return;
    }
    const end = Date.now() + SHOWN_FOR_MS;
    const timer = setInterval(() => {
      const leftMs = end - Date.now();
      setKeys(leftMs > 0 ? { state: "here", credentials: here, leftMs } : { state: "gone" });
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [here]);

  const ask = (wish: KeyWish) => {
    setKeys({ state: "asking" });
    const body: KeysRequest = { role: wish.role, durationSeconds: wish.durationSeconds };
    post<Credentials>("/api/v3/credentials", body).then(
      (credentials) => setKeys({ state: "here", credentials, leftMs: SHOWN_FOR_MS }),
      (error: unknown) => setKeys({ state: "failed", error }),
    );
  };
  return { keys, ask, drop: () => setKeys({ state: "gone" }) };
}
