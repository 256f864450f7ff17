import Alert from "@cloudscape-design/components/alert";
import Grid from "@cloudscape-design/components/grid";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { RequestDetail } from "../../shared/requests/contract";
import { useCommand } from "../../shared/requests/queries";
import { Refusal } from "../../shared/requests/Refusal";
import { RequestStateMark, RiskMark, tally } from "../../shared/requests/state";
import { useDeciding } from "../../shared/requests/useDeciding";
import { roleTitle } from "../../shared/requests/words";
import { ChangeCard } from "./ChangeCard";
import { Commands } from "./Commands";
import { Conversation } from "./Conversation";
import { History } from "./History";
import { Outcome } from "./Outcome";
import { Participants } from "./Participants";
import { useEnding } from "./useEnding";
import "./requests.css";

/** A request of ours: what is asked for, what one may do about it, who is part of it, and what was said. */
export function WholeRequest({ request, stale }: { request: RequestDetail; stale: unknown }) {
  const deciding = useDeciding(request, true);
  const ending = useEnding(request);
  const command = useCommand(request.id);
  return (
    <Page
      title={roleTitle(request)}
      description={
        <span className="state-line">
          <span role="status" aria-label="State">
            <RequestStateMark state={request.state} />
          </span>
          <RiskMark risk={request.risk} />
          {request.changes.length > 1 && <span>{tally(request.changes)}</span>}
          <PageLink to="/requests">All requests</PageLink>
        </span>
      }
      actions={
        <Commands request={request} deciding={deciding.buttons} ending={ending.button} command={command} />
      }
    >
      <SpaceBetween size="l">
        {stale !== null && (
          <ProblemAlert
            title="The request could not be brought up to date."
            error={stale}
            stillWorks="What is below is the last good answer."
          />
        )}
        {command.isError && <Refusal title="That was not done." error={command.error} />}
        {deciding.refusal}
        {deciding.question}
        {ending.rest}
        {request.closed !== null && request.state === "pending" && (
          <Alert type="warning" header="Nobody can approve this">
            <div className="as-written">{request.closed}</div>
          </Alert>
        )}
        <Outcome request={request} />
        <Grid gridDefinition={[{ colspan: { default: 12, s: 8 } }, { colspan: { default: 12, s: 4 } }]}>
          <SpaceBetween size="l">
            {request.changes.map((change) => (
              <ChangeCard key={change.id} request={request} change={change} />
            ))}
            <Conversation request={request} />
          </SpaceBetween>
          <SpaceBetween size="l">
            <Participants request={request} />
            <History request={request} />
          </SpaceBetween>
        </Grid>
      </SpaceBetween>
    </Page>
  );
}
