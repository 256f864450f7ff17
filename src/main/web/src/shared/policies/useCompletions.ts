import { useQuery } from "@tanstack/react-query";
import { completeAction } from "../requests/routes";
import { useSettled } from "../useSettled";

const COMPLETE_AFTER_MS = 120;

/** What may follow an action that is being typed. */
export function useCompletions(typed: string | null) {
  const settled = useSettled(typed, COMPLETE_AFTER_MS);
  const query = useQuery({
    queryKey: ["actions", settled],
    queryFn: ({ signal }) => completeAction(settled ?? "", signal),
    enabled: settled !== null && settled !== "",
    staleTime: Infinity,
  });
  return typed === null || settled !== typed ? [] : (query.data?.completions ?? []);
}
