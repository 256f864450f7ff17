import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ME } from "../shared/me";
import { problemOf } from "../shared/problem";

const RETRIES = 1;

/** The one cache of what the server said. */
export function newQueryClient(): QueryClient {
  const askAgainWhoIsThere = (error: unknown) => {
    if (problemOf(error).kind === "unauthenticated") {
      void client.invalidateQueries({ queryKey: ME });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => query.queryKey[0] !== ME[0] && askAgainWhoIsThere(error),
    }),
    mutationCache: new MutationCache({ onError: askAgainWhoIsThere }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < RETRIES && problemOf(error).kind === "unavailable",
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
  return client;
}
