import type { Comment, RequestDetail } from "../../shared/requests/contract";
import { changeTitle } from "../../shared/requests/words";

export interface Step {
  at: string;
  text: string;
}

/** What a rule or the clock did is no part of the conversation. */
export function isSystem(comment: Comment): boolean {
  return comment.by === "system";
}

/** What happened to the request, the oldest first, as far as it still says. */
export function historyOf(request: RequestDetail): Step[] {
  const steps: Step[] = [];
  const add = (at: string | null, text: string) => {
    if (at !== null) {
      steps.push({ at, text });
    }
  };
  add(request.requestedAt, `${request.requester ?? "Somebody"} asked.`);
  for (const review of request.reviews) {
    add(review.at, `${review.by} ${review.verdict === "approved" ? "approved" : "denied"} it.`);
  }
  for (const comment of request.comments.filter(isSystem)) {
    add(comment.at, comment.text);
  }
  for (const change of request.changes) {
    if (change.state === "applied") {
      add(change.stateAt, `Applied: ${changeTitle(change)}.`);
    } else if (change.state === "failed") {
      add(change.stateAt, `Failed: ${changeTitle(change)}.`);
    } else if (change.state === "cancelled") {
      add(change.stateAt, `${change.updatedBy ?? "Somebody"} struck out: ${changeTitle(change)}.`);
    }
  }
  if (request.state === "cancelled") {
    add(request.lastUpdated, `${request.endedBy ?? "Somebody"} withdrew it.`);
  }
  const { grant } = request;
  if (grant?.ended != null) {
    add(
      grant.ended.at,
      `${grant.ended.by} ${grant.ended.how === "returned" ? "returned" : "revoked"} the grant.`,
    );
  } else if (grant?.live === false) {
    add(grant.end, "The grant ended.");
  }
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
