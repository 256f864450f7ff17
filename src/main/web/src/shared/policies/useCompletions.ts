import { useQuery } from "@tanstack/react-query";
import { completeAction } from "../requests/routes";
import { useSettled } from "../useSettled";
import type { Typed } from "./completion";

const COMPLETE_AFTER_MS = 120;

/** What may follow: the grammar's own words at once, actions from the server. */
export function useCompletions(typed: Typed | null): string[] {
  const action = typed?.kind === "action" ? typed.typed : null;
  const settled = useSettled(action, COMPLETE_AFTER_MS);
  const query = useQuery({
    queryKey: ["actions", settled],
    queryFn: ({ signal }) => completeAction(settled ?? "", signal),
    enabled: settled !== null && settled !== "",
    staleTime: Infinity,
  });
  if (typed?.kind === "word") {
    return typed.words;
  }
  return action === null || settled !== action ? [] : (query.data?.completions ?? []);
}
