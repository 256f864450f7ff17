import { useMutation } from "@tanstack/react-query";
import { post } from "../shared/api";

/** The local stack alone: be another of its people. The page loads anew, so nothing of the one before stays. */
export function usePerson() {
  return useMutation({
    mutationFn: (user: string) => post("/api/v3/local/person", { user }),
    onSuccess: () => window.location.reload(),
  });
}
