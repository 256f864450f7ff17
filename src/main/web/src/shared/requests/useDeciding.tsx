import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { ApproveModal } from "./ApproveModal";
import type { RequestDetail } from "./contract";
import { DenyModal } from "./DenyModal";
import { useDecide } from "./queries";
import { Refusal } from "./Refusal";
import { roleTitle, whatChanged } from "./words";

/** What a decision needs to be about: the very content that is on the screen when the button is pressed. */
type Asking = { verdict: "approve" | "reject"; hash: string } | null;

export interface Deciding {
  /** The buttons; nothing where one may not decide. */
  buttons: React.ReactNode;
  /** The question that is open, and what the server said to the last answer. */
  rest: React.ReactNode;
}

/** Approving and denying one request: the buttons, the questions, and the answer where it was refused. */
export function useDeciding(request: RequestDetail, primary: boolean): Deciding {
  const [asking, setAsking] = useState<Asking>(null);
  const [shown, setShown] = useState(request);
  const decision = useDecide();
  const { hash } = request;
  const refused = decision.isError && (
    <Refusal
      title="Your decision was not taken."
      error={decision.error}
      difference={whatChanged(shown, request)}
    />
  );
  const close = () => setAsking(null);
  const name = roleTitle(request);
  if (hash === null || (!request.rights.approve && !request.rights.reject)) {
    return { buttons: null, rest: refused };
  }
  const ask = (verdict: "approve" | "reject") => {
    decision.reset();
    setShown(request);
    setAsking({ verdict, hash });
  };
  return {
    buttons: (
      <SpaceBetween direction="horizontal" size="xs">
        {request.rights.reject && (
          <Button ariaLabel={`Deny ${name}`} disabled={decision.isPending} onClick={() => ask("reject")}>
            Deny
          </Button>
        )}
        {request.rights.approve && (
          <Button
            variant={primary ? "primary" : "normal"}
            ariaLabel={`Approve ${name}`}
            loading={decision.isPending}
            onClick={() => ask("approve")}
          >
            Approve
          </Button>
        )}
      </SpaceBetween>
    ),
    rest: (
      <>
        {refused}
        {asking?.verdict === "approve" && (
          <ApproveModal
            request={request}
            changed={asking.hash !== hash}
            onApprove={(reason) => {
              close();
              decision.mutate({
                id: request.id,
                decision: { verdict: "approve", hash: asking.hash, reason },
              });
            }}
            onDismiss={close}
          />
        )}
        {asking?.verdict === "reject" && (
          <DenyModal
            name={name}
            onDeny={(reason) => {
              close();
              decision.mutate({ id: request.id, decision: { verdict: "reject", hash: asking.hash, reason } });
            }}
            onDismiss={close}
          />
        )}
      </>
    ),
  };
}
