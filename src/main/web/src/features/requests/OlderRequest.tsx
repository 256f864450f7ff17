import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import type { RequestDetail } from "../../shared/requests/contract";
import { RequestStateMark } from "../../shared/requests/state";
import { roleTitle } from "../../shared/requests/words";
import { ChangeCard } from "./ChangeCard";
import { Participants } from "./Participants";
import { Said } from "./Said";

/** What ConsoleMe wrote: to be read, and no more. */
export function OlderRequest({ request }: { request: RequestDetail }) {
  return (
    <Page
      title={roleTitle(request)}
      description={
        <SpaceBetween direction="horizontal" size="m">
          <RequestStateMark state={request.state} />
          <PageLink to="/requests">All requests</PageLink>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <Alert type="info" header="ConsoleMe made this request">
          It can be read here and no more: decide it in ConsoleMe, or{" "}
          <PageLink to="/request">ask anew</PageLink>.
          {request.unreadable !== null && (
            <div className="as-written">What could not be read: {request.unreadable}</div>
          )}
        </Alert>
        <Participants request={request} />
        {request.changes.map((change) => (
          <ChangeCard key={change.id} change={change} needed={1} />
        ))}
        <Said comments={request.comments} />
      </SpaceBetween>
    </Page>
  );
}
