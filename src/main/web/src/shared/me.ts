import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect } from "react";
import { get, UNAUTHENTICATED } from "./api";
import type { Me } from "./contract";
import { problemOf } from "./problem";

export const ME = ["me"] as const;

/** Asks who is signed in, and once more whenever another call was answered 401. */
export function useMeQuery() {
  const client = useQueryClient();
  useEffect(() => {
    const askAgain = () => {
      const me = client.getQueryState<Me>(ME);
      if (me?.data !== undefined && me.fetchStatus === "idle" && !endsSession(me.error)) {
        void client.invalidateQueries({ queryKey: ME });
      }
    };
    window.addEventListener(UNAUTHENTICATED, askAgain);
    return () => window.removeEventListener(UNAUTHENTICATED, askAgain);
  }, [client]);
  return useQuery({ queryKey: ME, queryFn: ({ signal }) => get<Me>("/api/v3/me", signal), retry: false });
}

/** 401 and 403 end a session; any other failure says nothing about it. */
export function endsSession(error: unknown): boolean {
  const kind = error === null ? null : problemOf(error).kind;
  return kind === "unauthenticated" || kind === "forbidden";
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
