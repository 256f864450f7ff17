import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import type { RequestDetail } from "../../shared/requests/contract";
import { roleTitle } from "../../shared/requests/words";
import { Time } from "../../shared/Time";

/** What its line in the list says too: the server knows no more of it, and trying again changes nothing. */
export function UnreadableRequest({ request }: { request: RequestDetail }) {
  return (
    <Page title={roleTitle(request)}>
      <SpaceBetween size="m">
        <StatusIndicator type="warning">Cannot be read: {request.unreadable}</StatusIndicator>
        {request.requestedAt !== null && (
          <div>
            Asked <Time at={request.requestedAt} />. Nothing comes of it until a release reads it again.
          </div>
        )}
        <PageLink to="/requests">All requests</PageLink>
      </SpaceBetween>
    </Page>
  );
}
