import Alert from "@cloudscape-design/components/alert";
import { PageLink } from "../../shared/PageLink";
import { useMe } from "../../shared/me";
import type { RequestDetail } from "../../shared/requests/contract";
import { againHref } from "../../shared/requests/words";
import { Time } from "../../shared/Time";

/** Where the request stands, in a sentence, with what comes next. It changes in place. */
export function Outcome({ request }: { request: RequestDetail }) {
  const { user } = useMe();
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
      return <Applied request={request} mine={request.grant?.user === user} />;
    case "failed":
      return (
        <Alert type="error" header="Approved, but not applied">
          {request.changes
            .filter((each) => each.failure !== null)
            .map((each) => (
              <div key={each.id} className="as-written">
                {each.failure}
              </div>
            ))}
          {request.rights.retry && <div>Try again carries out exactly what was approved.</div>}
        </Alert>
      );
    case "rejected":
      return (
        <Alert type="info" header={`Denied by ${request.endedBy ?? "an approver"}`}>
          <div className="as-written">{request.endReason}</div>
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
        <Alert type="info" header="Expired before anybody decided">
          Nothing was changed in AWS. <PageLink to={againHref(request)}>Ask again</PageLink>
        </Alert>
      );
    default: {
      const unreachable: never = request.state;
      return unreachable;
    }
  }
}

function Applied({ request, mine }: { request: RequestDetail; mine: boolean }) {
  const { grant } = request;
  if (grant === null) {
    return (
      <Alert type="success" header="Applied">
        AWS has it now.
      </Alert>
    );
  }
  if (!grant.live) {
    return (
      <Alert type="info" header="Applied, and over">
        The grant ended <Time at={grant.ended?.at ?? grant.end} />.
      </Alert>
    );
  }
  return (
    <Alert type="success" header="Applied">
      {mine ? "You have" : `${grant.user} has`} the role until <Time at={grant.end} as="clock" />.{" "}
      {mine && <PageLink to="/grants">My grants</PageLink>}
    </Alert>
  );
}
