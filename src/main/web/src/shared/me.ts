import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect } from "react";
import { get, UNAUTHENTICATED } from "./api";
import type { Me } from "./contract";

export const ME = ["me"] as const;

/** Asks who is signed in, and once more whenever another call was answered 401. */
export function useMeQuery() {
  const client = useQueryClient();
  useEffect(() => {
    const askAgain = () => {
      const me = client.getQueryState(ME);
      if (me?.status === "success" && me.fetchStatus === "idle") {
        void client.invalidateQueries({ queryKey: ME });
      }
    };
    window.addEventListener(UNAUTHENTICATED, askAgain);
    return () => window.removeEventListener(UNAUTHENTICATED, askAgain);
  }, [client]);
  return useQuery({ queryKey: ME, queryFn: ({ signal }) => get<Me>("/api/v3/me", signal), retry: false });
}

export const MeContext = createContext<Me | null>(null);

/** Who is signed in; pages are drawn only once that is known. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) {
    throw new Error("drawn outside of the signed-in part of the app");
  }
  return me;
}
