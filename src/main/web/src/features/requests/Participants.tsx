import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { LongText } from "../../shared/LongText";
import type { RequestDetail, Review } from "../../shared/requests/contract";
import { RequestRole } from "../../shared/requests/RequestRole";
import { doorWords, usually, whoDecides } from "../../shared/requests/words";
import { Time } from "../../shared/Time";

/** Who asks, for whom, why, when it ends; who decides, and what they answered. */
export function Participants({ request }: { request: RequestDetail }) {
  const { requester, beneficiary, requestedAt, expiresAt, role } = request;
  return (
    <Container header={<Header variant="h2">Who and when</Header>}>
      <KeyValuePairs
        columns={1}
        items={[
          { label: "Who", value: requester ?? "not known" },
          ...(beneficiary !== null && beneficiary !== requester
            ? [{ label: "For whom", value: beneficiary }]
            : []),
          {
            label: "Why",
            value: <LongText text={request.justification || "No reason given."} />,
          },
          ...(role === null ? [] : [{ label: "Role", value: <RequestRole role={role} /> }]),
          ...(requestedAt === null ? [] : [{ label: "Asked", value: <Time at={requestedAt} /> }]),
          ...(request.state === "pending" && expiresAt !== null
            ? [{ label: "Expires", value: <Time at={expiresAt} /> }]
            : []),
          { label: "Approvers", value: <Approvers request={request} /> },
        ]}
      />
    </Container>
  );
}

function Approvers({ request }: { request: RequestDetail }) {
  return (
    <>
      {request.state === "pending" && (
        <>
          <div className="as-written broken-anywhere">{deciders(request)}</div>
          <div>{usually(request.usualMinutes)}</div>
        </>
      )}
      {request.rule !== null && (
        <Box variant="small" color="text-body-secondary">
          By the rule {request.rule}
        </Box>
      )}
      {request.reviews.length > 0 && (
        <ul className="plain ruled" aria-label="Answers">
          {request.reviews.map((review) => (
            <li key={`${review.by} ${review.at}`}>
              <Answer review={review} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Who decides, or why nobody can; what ConsoleMe made is decided there. */
function deciders(request: RequestDetail): string {
  if (request.older) {
    return "It is decided in ConsoleMe.";
  }
  return request.closed ?? whoDecides(request);
}

function Answer({ review }: { review: Review }) {
  const approved = review.verdict === "approved";
  return (
    <>
      <StatusIndicator type={approved ? "success" : "not-started"}>
        {approved ? "Approved" : "Denied"} by {review.by}
      </StatusIndicator>{" "}
      <Box variant="small" color="text-body-secondary">
        <Time at={review.at} />, {doorWords(review.door)}
      </Box>
      {review.reason !== null && <LongText text={review.reason} />}
      {!review.current && (
        <Box variant="small" color="text-body-secondary" display="block">
          It counts no more: the request was edited since, or another rule decides now.
        </Box>
      )}
    </>
  );
}
