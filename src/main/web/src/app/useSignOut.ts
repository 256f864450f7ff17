import { useMutation } from "@tanstack/react-query";
import { get } from "../shared/api";
import { leaving } from "../shared/leave";

/** Ends the session of this browser, then goes where the administrators send those who signed out. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => get<{ redirect_url: string }>("/api/v2/logout"),
    onSuccess: (ended) => leaving.to(new URL(ended.redirect_url, window.location.origin).href),
  });
}
