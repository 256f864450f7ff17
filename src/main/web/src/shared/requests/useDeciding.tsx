import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { ApproveModal } from "./ApproveModal";
import type { RequestDetail } from "./contract";
import { DenyModal } from "./DenyModal";
import { useDecide } from "./queries";
import { Refusal } from "./Refusal";
import { roleTitle, whatChanged } from "./words";

/** What a decision needs to be about: the very content that is on the screen when the button is pressed. */
type Asking = { verdict: "approve" | "reject"; hash: string } | null;

/** What came of a decision: the request as the server answered with it, or why it was not taken. */
export type Answer = { taken: RequestDetail } | { refused: unknown };

/** For a page that has to keep what is being decided in its place. */
export interface Heard {
  /** A question opened, or it is over: dismissed or answered. */
  onAsking?: (asking: boolean) => void;
  onAnswer?: (answer: Answer) => void;
}

export interface Deciding {
  /** Null where one may not decide. */
  buttons: ReactNode;
  /** The one that is open; it stays even if somebody else decides meanwhile. */
  question: ReactNode;
  /** What the server said to the last answer, where it took no decision. */
  refusal: ReactNode;
}

/** Approving and denying one request: the buttons, the questions, and the answer where it was refused. */
export function useDeciding(request: RequestDetail, primary: boolean, heard: Heard = {}): Deciding {
  const [asking, setAsking] = useState<Asking>(null);
  const [shown, setShown] = useState(request);
  const decision = useDecide();
  const { hash, rights } = request;
  const name = roleTitle(request);
  const ask = (verdict: "approve" | "reject") => {
    if (hash !== null) {
      decision.reset();
      setShown(request);
      setAsking({ verdict, hash });
      heard.onAsking?.(true);
    }
  };
  const dismiss = () => {
    setAsking(null);
    heard.onAsking?.(false);
  };
  const answer = (verdict: "approve" | "reject", about: string, reason: string | null) => {
    const over = (answered: Answer) => {
      heard.onAnswer?.(answered);
      heard.onAsking?.(false);
    };
    setAsking(null);
    decision.mutate(
      { id: request.id, decision: { verdict, hash: about, reason } },
      { onSuccess: (taken) => over({ taken }), onError: (refused) => over({ refused }) },
    );
  };
  return {
    buttons: hash !== null && (rights.approve || rights.reject) ? (
      <SpaceBetween direction="horizontal" size="xs">
        {rights.reject && (
          <Button ariaLabel={`Deny ${name}`} disabled={decision.isPending} onClick={() => ask("reject")}>
            Deny
          </Button>
        )}
        {rights.approve && (
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
    ) : null,
    question: (
      <>
        {asking?.verdict === "approve" && (
          <ApproveModal
            request={request}
            changed={asking.hash !== hash || !rights.approve}
            onApprove={(reason) => answer("approve", asking.hash, reason)}
            onDismiss={dismiss}
          />
        )}
        {asking?.verdict === "reject" && (
          <DenyModal
            name={name}
            onDeny={(reason) => answer("reject", asking.hash, reason)}
            onDismiss={dismiss}
          />
        )}
      </>
    ),
    refusal: decision.isError && (
      <Refusal
        title="Your decision was not taken."
        error={decision.error}
        difference={whatChanged(shown, request)}
      />
    ),
  };
}
