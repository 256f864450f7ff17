import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { LongText } from "../../shared/LongText";
import { PageLink } from "../../shared/PageLink";
import { ChangeView } from "../../shared/requests/ChangeView";
import type { RequestDetail } from "../../shared/requests/contract";
import { RiskMark } from "../../shared/requests/state";
import { useDeciding } from "../../shared/requests/useDeciding";
import { changeTitle, roleTitle } from "../../shared/requests/words";
import { Time } from "../../shared/Time";

interface Props {
  request: RequestDetail;
  /** There is more than one, so that several can be picked. */
  several: boolean;
  picked: boolean;
  onPick: (on: boolean) => void;
}

/** One request that waits: who asks for what and why; behind a click, what it changes; decided in place. */
export function InboxRow({ request, several, picked, onPick }: Props) {
  const deciding = useDeciding(request, false);
  const name = roleTitle(request);
  const approved = new Set(
    request.reviews.filter((each) => each.current && each.verdict === "approved").map((each) => each.by),
  );
  const approvals = Math.min(
    ...request.changes.filter((change) => change.state === "open").map((change) => change.approvals),
  );
  return (
    <Container>
      <div className="inbox-row">
        {several && (
          <Checkbox
            checked={picked}
            ariaLabel={`Pick ${name}, asked by ${request.requester ?? "somebody"}`}
            onChange={({ detail }) => onPick(detail.checked)}
          />
        )}
        <div className="inbox-what">
          <div>
            <PageLink to={`/requests/${encodeURIComponent(request.id)}`}>{name}</PageLink>{" "}
            <RiskMark risk={request.risk} />
          </div>
          <div>
            {request.requester} asks{forWhom(request)}: {request.summary}
          </div>
          <LongText text={`“${request.justification}”`} />
          <Box variant="small" color="text-body-secondary">
            {request.requestedAt !== null && (
              <>
                asked <Time at={request.requestedAt} />
              </>
            )}
            {request.expiresAt !== null && (
              <>
                , expires <Time at={request.expiresAt} />
              </>
            )}
            {request.needed > 1 && `, ${approvals} of ${request.needed} approvals`}
            {approved.size > 0 && ` (${[...approved].join(", ")})`}
          </Box>
        </div>
        {deciding.buttons}
      </div>
      {deciding.rest}
      <ExpandableSection headerText="What it changes" headerAriaLabel={`What ${name} changes`}>
        <SpaceBetween size="m">
          {request.changes.map((change) => (
            <div key={change.id}>
              <Box variant="h4">{changeTitle(change)}</Box>
              <ChangeView request={request} change={change} />
            </div>
          ))}
        </SpaceBetween>
      </ExpandableSection>
    </Container>
  );
}

function forWhom({ requester, beneficiary }: RequestDetail): string {
  return beneficiary === null || beneficiary === requester ? "" : ` for ${beneficiary}`;
}
