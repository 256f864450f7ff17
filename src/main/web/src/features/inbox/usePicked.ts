import { useState } from "react";
import type { RequestDetail } from "../../shared/requests/contract";

/** What is picked, with the hash of what was shown then: what changed since is not picked any more. */
export function usePicked() {
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    isPicked: ({ id, hash }: RequestDetail) => hash !== null && picked.get(id) === hash,
    pick: ({ id, hash }: RequestDetail, on: boolean) => {
      const others = [...picked].filter(([each]) => each !== id);
      setPicked(new Map(on && hash !== null ? [...others, [id, hash]] : others));
    },
  };
}
