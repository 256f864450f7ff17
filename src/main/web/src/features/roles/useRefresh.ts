import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "../../shared/api";
import type { RoleList } from "../../shared/contract";
import { ROLES } from "../../shared/roles/queries";

type Refresh =
  | { state: "none" }
  | { state: "asking" }
  /** The answer is word for word the one before: nothing newer was there to be read. */
  | { state: "same"; list: RoleList }
  | { state: "failed"; error: unknown };

/** "Refresh now": the server reads its stores anew before it answers, and then the list is asked for once more. */
export function useRefresh() {
  const client = useQueryClient();
  const [refresh, setRefresh] = useState<Refresh>({ state: "none" });

  const start = async () => {
    setRefresh({ state: "asking" });
    try {
      await post("/api/v3/roles/refresh");
      const before = client.getQueryData<RoleList>(ROLES);
      await client.refetchQueries({ queryKey: ROLES, exact: true });
      // The cache keeps the object itself while an answer says what the one before said.
      const now = client.getQueryState<RoleList>(ROLES);
      const same = now?.status === "success" && before !== undefined && now.data === before;
      setRefresh(same ? { state: "same", list: before } : { state: "none" });
    } catch (error) {
      setRefresh({ state: "failed", error });
    }
  };
  return { refresh, start: () => void start() };
}
