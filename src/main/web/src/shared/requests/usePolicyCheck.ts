import { useQuery } from "@tanstack/react-query";
import { useSettled } from "../useSettled";
import type { Written } from "./contract";
import { checkPolicy } from "./routes";

/** After the last key. */
export const LINT_AFTER_MS = 500;

/**
 * What a document adds and what is to be said about it, half a second after the last key.
 *
 * @param worthIt false while there is nothing to look at yet
 */
export function usePolicyCheck(role: string, policyName: string | null, document: string, worthIt: boolean) {
  const settled = useSettled(JSON.stringify({ policyName, document }), LINT_AFTER_MS);
  return useQuery({
    queryKey: ["policy-check", role, settled],
    queryFn: ({ signal }) => checkPolicy({ role, ...(JSON.parse(settled) as Omit<Written, "role">) }, signal),
    enabled: role !== "" && worthIt,
    placeholderData: (last, query) => (query?.queryKey[1] === role ? last : undefined),
  });
}
