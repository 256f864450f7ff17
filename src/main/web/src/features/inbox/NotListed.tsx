import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { PageLink } from "../../shared/PageLink";
import type { Inbox } from "../../shared/requests/contract";
import { follow } from "../../shared/router";

/** What may wait for one without standing in the list, and why it does not. */
export function NotListed({ inbox }: { inbox: Inbox }) {
  const { requests, count, more, unreadable } = inbox;
  if (!more && unreadable === 0) {
    return null;
  }
  return (
    <div role="status">
      {more && (
        <div>
          {count > requests.length
            ? `${count.toLocaleString()} requests wait for you; the list has the ${requests.length} oldest.`
            : "More requests wait than were looked at; some of them may be for you."}
        </div>
      )}
      {unreadable > 0 && (
        <div>
          {unreadable === 1
            ? "1 waiting request cannot be read by this release; it may be for you."
            : `${unreadable} waiting requests cannot be read by this release; they may be for you.`}
        </div>
      )}
      <PageLink to="/requests?state=pending">All that wait</PageLink>
    </div>
  );
}

/** An empty list; it claims no more than is known. */
export function Empty({ inbox }: { inbox: Inbox }) {
  return (
    <Box textAlign="center" padding="xl">
      <SpaceBetween size="s">
        <Box variant="h3">{nothing(inbox)}</Box>
        <div>
          What somebody asks for and a rule lets you decide shows here, and in Slack. Your own requests are
          for others to decide.
        </div>
        <Button href="/requests" onFollow={follow}>
          See all requests
        </Button>
      </SpaceBetween>
    </Box>
  );
}

function nothing({ more, unreadable }: Inbox): string {
  if (unreadable > 0) {
    return "None that can be read waits for you.";
  }
  return more ? "None that was looked at waits for you." : "Nothing waits for you.";
}
