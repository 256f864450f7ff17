import { QueryClient } from "@tanstack/react-query";
import { problemOf } from "../shared/problem";

const RETRIES = 1;

/** The one cache of what the server said. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < RETRIES && problemOf(error).kind === "unavailable",
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
