import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { LongText } from "../../shared/LongText";
import { PageLink } from "../../shared/PageLink";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { ChangeView } from "../../shared/requests/ChangeView";
import type { RequestDetail } from "../../shared/requests/contract";
import { useRequest } from "../../shared/requests/queries";
import { Refusal } from "../../shared/requests/Refusal";
import { RiskMark } from "../../shared/requests/state";
import { type Heard, useDeciding } from "../../shared/requests/useDeciding";
import { approvalsSoFar, changeTitle, roleTitle } from "../../shared/requests/words";
import { Time } from "../../shared/Time";
import { Became, OffTheList } from "./Became";
import type { Row } from "./useKept";

interface Props extends Required<Heard> {
  row: Row;
  /** There is more than one, so that several can be picked. */
  several: boolean;
  picked: boolean;
  onPick: (on: boolean) => void;
  /** What became of it was read. */
  onRead: () => void;
}

/**
 * One request: who asks for what and why; behind a click, what it changes; decided in place. What came of the decision
 * stands here too, until it is read.
 */
export function InboxRow({ row, several, picked, onPick, onAsking, onAnswer, onRead }: Props) {
  const { waits, asking, answer } = row;
  const lookup = useRequest(row.request.id, !waits);
  const now = lookup.data ?? null;
  const request = waits ? row.request : (now ?? row.request);
  const deciding = useDeciding(request, false, { onAsking, onAnswer });
  const name = roleTitle(request);
  return (
    <Container>
      <div className="inbox-row">
        {several && waits && (
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
          {waits && <Waits request={request} />}
          <div role="status">{!waits && <Became request={now} failed={lookup.isError} />}</div>
        </div>
        {waits ? deciding.buttons : answer !== null && <OffTheList request={request} onRead={onRead} />}
      </div>
      {!asking && answer !== null && "refused" in answer && (
        <Refusal title="Your decision was not taken." error={answer.refused} />
      )}
      {!waits && lookup.isError && (
        <ProblemAlert
          title={
            now === null
              ? "What became of it did not load."
              : "What became of it could not be brought up to date."
          }
          error={lookup.error}
          onRetry={() => void lookup.refetch()}
          retrying={lookup.isFetching}
        />
      )}
      {deciding.question}
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

/** Since when and until when, and who approved already. */
function Waits({ request }: { request: RequestDetail }) {
  const approved = new Set(
    request.reviews.filter((each) => each.current && each.verdict === "approved").map((each) => each.by),
  );
  return (
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
      {request.needed > 1 && `, ${approvalsSoFar(request)} of ${request.needed} approvals`}
      {approved.size > 0 && ` (${[...approved].join(", ")})`}
    </Box>
  );
}

function forWhom({ requester, beneficiary }: RequestDetail): string {
  return beneficiary === null || beneficiary === requester ? "" : ` for ${beneficiary}`;
}
