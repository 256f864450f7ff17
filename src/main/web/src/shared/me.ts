import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { get } from "./api";
import type { Me } from "./contract";

export const ME = ["me"] as const;

export function useMeQuery() {
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
