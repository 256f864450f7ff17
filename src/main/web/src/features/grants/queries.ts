import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Extension, Grant } from "../../shared/requests/contract";
import { useOnceKey } from "../../shared/requests/useOnceKey";
import { useForget } from "../../shared/requests/queries";
import { extendGrant, returnGrant } from "../../shared/requests/routes";
import { ROLES } from "../../shared/roles/queries";

export function useReturn() {
  const forget = useForget();
  const client = useQueryClient();
  return useMutation({
    mutationFn: returnGrant,
    onSettled: () => {
      forget();
      void client.invalidateQueries({ queryKey: ROLES });
    },
  });
}

export function useExtend(grant: Grant) {
  const forget = useForget();
  const onceKey = useOnceKey();
  return useMutation({
    mutationFn: (wish: Omit<Extension, "onceKey">) =>
      extendGrant(grant.id, { ...wish, onceKey: onceKey(wish) }),
    onSettled: forget,
  });
}
