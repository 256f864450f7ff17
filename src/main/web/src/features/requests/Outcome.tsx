import Alert from "@cloudscape-design/components/alert";
import type { ReactNode } from "react";
import { LongText } from "../../shared/LongText";
import { PageLink } from "../../shared/PageLink";
import type { Grant, RequestDetail, RequestedChange } from "../../shared/requests/contract";
import { againHref, approvalsSoFar } from "../../shared/requests/words";
import { Time } from "../../shared/Time";

/** Where the request stands, in a sentence, with what comes next. It changes in place. */
export function Outcome({ request }: { request: RequestDetail }) {
  switch (request.state) {
    case "pending":
      return null;
    case "approved":
    case "applying":
      return (
        <Alert type="info" header="Approved; being applied">
          AWS is told at this moment. The page follows by itself.
        </Alert>
      );
    case "applied":
      return <Applied request={request} />;
    case "failed":
      return (
        <div role="alert">
          <Alert type="error" header="Approved, but not applied">
            <WhatFailed changes={request.changes} />
            {request.rights.retry && <div>Try again carries out exactly what was approved.</div>}
          </Alert>
        </div>
      );
    case "rejected":
      return (
        <Alert type="info" header={`Denied by ${request.endedBy ?? "an approver"}`}>
          <LongText text={request.endReason ?? ""} />
          <div>
            <PageLink to={againHref(request)}>Ask for something else</PageLink>
          </div>
        </Alert>
      );
    case "cancelled":
      return (
        <Alert type="info" header={`Withdrawn by ${request.endedBy ?? "its requester"}`}>
          Nothing was changed in AWS.
        </Alert>
      );
    case "expired":
      return (
        <Alert type="info" header={expired(request)}>
          Nothing was changed in AWS. <PageLink to={againHref(request)}>Ask again</PageLink>
        </Alert>
      );
    default: {
      const unreachable: never = request.state;
      return unreachable;
    }
  }
}

/** Numbers are those of the rule that would decide now: none without one, and none where no approval counts. */
function expired(request: RequestDetail): string {
  const { reviews, needed, rule } = request;
  if (reviews.length === 0) {
    return "Expired before anybody decided";
  }
  return rule !== null && reviews.some((each) => each.current && each.verdict === "approved")
    ? `Expired: ${approvalsSoFar(request)} of ${needed} approvals came in time`
    : "Expired before enough people decided";
}

/** AWS's words; where there are several changes, they stand with each. */
function WhatFailed({ changes }: { changes: RequestedChange[] }) {
  const failed = changes.filter((each) => each.state === "failed");
  const [only] = failed;
  if (changes.length === 1 && only !== undefined) {
    return <LongText text={only.failure ?? ""} />;
  }
  return (
    <div>
      {failed.length} of {changes.length} changes could not be applied. What AWS said stands with each.
    </div>
  );
}

function Over({ grant, children }: { grant: Grant; children: ReactNode }) {
  const { ended, end } = grant;
  if (ended === null) {
    return (
      <Alert type="info" header="Applied, and over">
        The grant ended <Time at={end} />. {children}
      </Alert>
    );
  }
  const how = ended.how === "returned" ? "returned" : "revoked";
  return (
    <Alert type="info" header={`Applied, and ${how}`}>
      {ended.by} {how} the grant <Time at={ended.at} />. {children}
    </Alert>
  );
}

function Applied({ request }: { request: RequestDetail }) {
  const { grant } = request;
  if (grant === null) {
    return (
      <Alert type="success" header="Applied">
        AWS has it now.
      </Alert>
    );
  }
  const { mine } = grant;
  if (!grant.live) {
    return <Over grant={grant}>{mine && <PageLink to={againHref(request)}>Ask again</PageLink>}</Over>;
  }
  return (
    <Alert type="success" header="Applied">
      {mine ? "You have" : `${grant.user} has`} the role until <Time at={grant.end} as="clock" />.{" "}
      {mine && <PageLink to="/grants">My grants</PageLink>}
    </Alert>
  );
}
