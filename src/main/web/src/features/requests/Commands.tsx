import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import type { RequestDetail } from "../../shared/requests/contract";
import type { useCommand } from "../../shared/requests/queries";
import { UseGrant } from "../../shared/requests/UseGrant";

interface Props {
  request: RequestDetail;
  /** Approve and Deny, for those who decide. */
  deciding: ReactNode;
  /** Return or Revoke, while a grant lives. */
  ending: ReactNode;
  command: ReturnType<typeof useCommand>;
}

type Name = "withdraw" | "retry" | "reopen";

/** What the one who looks may do; exactly one of the buttons is the primary one. */
export function Commands({ request, deciding, ending, command }: Props) {
  const { rights, grant } = request;
  const using = grant?.live === true && grant.mine ? grant : null;
  const button = (name: Name, text: string, primary: boolean) => (
    <Button
      variant={primary ? "primary" : "normal"}
      loading={command.isPending && command.variables === name}
      disabled={command.isPending && command.variables !== name}
      onClick={() => command.mutate(name)}
    >
      {text}
    </Button>
  );
  const taken = deciding !== null || using !== null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {rights.reopen && button("reopen", "Open again", false)}
      {rights.withdraw && button("withdraw", "Withdraw", !taken && !rights.retry)}
      {rights.retry && button("retry", "Try again", !taken)}
      {deciding}
      {ending}
      {using !== null && <UseGrant grant={using} primary />}
    </SpaceBetween>
  );
}
