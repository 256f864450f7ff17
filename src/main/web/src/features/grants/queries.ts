import { useMutation } from "@tanstack/react-query";
import type { Extension, Grant } from "../../shared/requests/contract";
import { useOnceKey } from "../../shared/requests/useOnceKey";
import { useForget } from "../../shared/requests/queries";
import { extendGrant } from "../../shared/requests/routes";

export function useExtend(grant: Grant) {
  const forget = useForget();
  const onceKey = useOnceKey();
  return useMutation({
    mutationFn: (wish: Omit<Extension, "onceKey">) =>
      extendGrant(grant.id, { ...wish, onceKey: onceKey(wish) }),
    onSettled: forget,
  });
}
