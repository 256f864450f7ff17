import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { UseQueryResult } from "@tanstack/react-query";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { Ruling } from "../../shared/requests/contract";
import { Ruled } from "../../shared/requests/Ruled";
import type { Draft } from "./wish";

interface Props {
  draft: Draft;
  ruling: UseQueryResult<Ruling>;
  /** What keeps it from being sent, after the first try. */
  missing: string[];
  sending: boolean;
  error: unknown;
  onSend: () => void;
}

/** Says before it is sent who will be asked, or that nobody could approve it. */
export function NextStep({ draft, ruling, missing, sending, error, onSend }: Props) {
  const closed = ruling.data !== undefined && ruling.data.closed !== null;
  return (
    <Container header={<Header variant="h2">3. What happens next</Header>}>
      <SpaceBetween size="m">
        {draft.role === "" ? (
          <Box color="text-body-secondary">Choose a role, and this says who will be asked.</Box>
        ) : (
          <Ruled ruling={ruling.data} error={ruling.error} />
        )}
        {!closed && draft.role !== "" && <div>{after(draft)}</div>}
        {missing.length > 0 && (
          <ul className="plain" role="alert">
            {missing.map((each) => (
              <li key={each}>
                <StatusIndicator type="error">{each}</StatusIndicator>
              </li>
            ))}
          </ul>
        )}
        {error !== null && <ProblemAlert title="The request was not made." error={error} />}
        <Button variant="primary" disabled={closed} loading={sending} onClick={onSend}>
          Send request
        </Button>
      </SpaceBetween>
    </Container>
  );
}

function after({ what }: Draft): string {
  return what === "role"
    ? "Once approved, the role is among yours until its time is over. You hear of it here and in Slack."
    : "Once approved, AWS gets exactly this text. You hear of it here and in Slack.";
}
