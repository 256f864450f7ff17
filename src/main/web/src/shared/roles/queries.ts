import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { get } from "../api";
import type { RoleList } from "../contract";

export const ROLES = ["roles"] as const;

export const rolesQuery = queryOptions({
  queryKey: ROLES,
  queryFn: ({ signal }) => get<RoleList>("/api/v3/roles", signal),
});

/** The roles that are open to the one who is signed in. */
export function useRoles() {
  return useQuery(rolesQuery);
}

/** The best matches for what was typed; the last answer stays until the next is there. */
export function useRoleSearch(text: string) {
  return useQuery({
    queryKey: ["roles", "search", text],
    queryFn: ({ signal }) =>
      get<RoleList>(`/api/v3/roles/search?q=${encodeURIComponent(text)}&limit=20`, signal),
    enabled: text !== "",
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
