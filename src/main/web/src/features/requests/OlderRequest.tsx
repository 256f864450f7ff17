import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CommandLine } from "../../shared/CommandLine";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import type { RequestDetail } from "../../shared/requests/contract";
import { RequestStateMark } from "../../shared/requests/state";
import { roleTitle } from "../../shared/requests/words";
import { Participants } from "./Participants";

/** What ConsoleMe wrote: to be read, and no more. */
export function OlderRequest({ request }: { request: RequestDetail }) {
  return (
    <Page
      title={roleTitle(request)}
      description={
        <span className="state-line">
          <RequestStateMark state={request.state} />
          <PageLink to="/requests">All requests</PageLink>
        </span>
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
        {request.extendedRequest !== null && (
          <Container header={<Header variant="h2">As ConsoleMe stored it</Header>}>
            <CommandLine what="the request as ConsoleMe stored it" text={pretty(request.extendedRequest)} />
          </Container>
        )}
      </SpaceBetween>
    </Page>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
