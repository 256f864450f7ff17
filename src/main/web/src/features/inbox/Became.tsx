import Button from "@cloudscape-design/components/button";
import type { RequestDetail } from "../../shared/requests/contract";
import { RequestStateMark } from "../../shared/requests/state";
import { approvalsSoFar, roleTitle } from "../../shared/requests/words";

interface Props {
  /** Null while it is looked up, or could not be. */
  request: RequestDetail | null;
  failed: boolean;
}

/** Where a request stands that waits for the reader no more; a failure is said below the row. */
export function Became({ request, failed }: Props) {
  if (request === null && failed) {
    return null;
  }
  return request === null ? (
    "Looking up what became of it"
  ) : (
    <>
      <RequestStateMark state={request.state} /> {more(request)}
    </>
  );
}

export function OffTheList({ request, onRead }: { request: RequestDetail; onRead: () => void }) {
  return (
    <Button ariaLabel={`Take ${roleTitle(request)} off the list`} onClick={onRead}>
      Off the list
    </Button>
  );
}

function more(request: RequestDetail): string {
  switch (request.state) {
    case "pending":
      return `${approvalsSoFar(request)} of ${request.needed} approvals; others decide now.`;
    case "approved":
    case "applying":
      return "AWS is told at this moment.";
    case "failed":
      return "What AWS said stands on its page.";
    case "rejected":
    case "cancelled":
      return request.endedBy === null ? "" : `by ${request.endedBy}`;
    case "applied":
    case "expired":
      return "";
    default: {
      const unreachable: never = request.state;
      return unreachable;
    }
  }
}
