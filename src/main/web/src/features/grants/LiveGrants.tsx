import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Grant } from "../../shared/requests/contract";
import { follow } from "../../shared/router";
import { LiveGrant } from "./LiveGrant";

interface Props {
  grants: Grant[];
  onReturn: (grant: Grant) => void;
}

export function LiveGrants({ grants, onReturn }: Props) {
  return (
    <Container
      header={
        <Header variant="h2" counter={grants.length === 0 ? "" : `(${grants.length})`}>
          Live
        </Header>
      }
    >
      {grants.length === 0 ? (
        <None />
      ) : (
        <ul className="plain choices" aria-label="Live grants">
          {grants.map((grant) => (
            <LiveGrant key={grant.id} grant={grant} onReturn={() => onReturn(grant)} />
          ))}
        </ul>
      )}
    </Container>
  );
}

function None() {
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="s">
        <Box variant="h3">No grant of yours is live.</Box>
        <div>
          A grant opens a role to you until it ends. It comes from an approved request and goes by itself; you
          can return it before.
        </div>
        <Button href="/request" onFollow={follow}>
          Request access
        </Button>
      </SpaceBetween>
    </Box>
  );
}
