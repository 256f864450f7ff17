import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CommandLine } from "../../shared/CommandLine";
import { LongText } from "../../shared/LongText";
import { ChangeView } from "../../shared/requests/ChangeView";
import type { RequestDetail, RequestedChange } from "../../shared/requests/contract";
import { ChangeStateMark, RiskMark } from "../../shared/requests/state";
import { changeTitle } from "../../shared/requests/words";
import { ChangeCommands } from "./ChangeCommands";
import { Time } from "../../shared/Time";

/** One change: what it is, where it stands, what it makes different, and the exact text. */
export function ChangeCard({ request, change }: { request: RequestDetail; change: RequestedChange }) {
  const { needed } = request;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <span className="state-line">
              <ChangeStateMark state={change.state} />
              {change.stateAt !== null && <Time at={change.stateAt} />}
              {request.changes.length > 1 && <RiskMark risk={change.risk} />}
              {change.state === "open" && needed > 1 && (
                <span>
                  {change.approvals} of {needed} approvals
                </span>
              )}
            </span>
          }
        >
          {changeTitle(change)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {change.failure !== null && request.changes.length > 1 && (
          <Alert type="error" header="It was not applied.">
            <LongText text={change.failure} />
          </Alert>
        )}
        <ChangeView request={request} change={change} />
        {change.document !== null && (
          <ExpandableSection headerText="The exact text that AWS gets">
            <CommandLine what={`the text of ${change.policyName ?? "the policy"}`} text={change.document} />
          </ExpandableSection>
        )}
        <ChangeCommands request={request} change={change} />
        {change.state === "cancelled" && change.updatedBy !== null && (
          <Box color="text-body-secondary">Struck out by {change.updatedBy}.</Box>
        )}
      </SpaceBetween>
    </Container>
  );
}
