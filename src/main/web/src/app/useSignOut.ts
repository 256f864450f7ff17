import { useMutation } from "@tanstack/react-query";
import { get } from "../shared/api";
import { leaving } from "../shared/leave";
import { problemOf } from "../shared/problem";

interface Ended {
  redirect_url: string;
}

/** Ends the session of this browser, then goes where the administrators send those who signed out. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => get<Ended>("/api/v2/logout").catch(endedAlready),
    onSuccess: (ended) => leaving.to(new URL(ended.redirect_url, window.location.origin).href),
  });
}

/** The proxy in front lets nobody through who is not signed in: then there is no session to end any more. */
function endedAlready(error: unknown): Ended {
  if (problemOf(error).kind === "unauthenticated") {
    return { redirect_url: "/signed-out" };
  }
  throw error;
}
