import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { follow } from "../../shared/router";
import { useMe } from "../../shared/me";
import type { Filter } from "./RoleFilters";

export function NoRoles() {
  const { groups } = useMe();
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="xs">
        <Box variant="h3">No role is open to you yet.</Box>
        <div>
          Roles come from tags like <code>consoleme-authorized</code> that name you or one of your groups
          {groups.length > 0 && <> ({groups.join(", ")})</>}. Where the rules let you ask, a request opens one
          for a time.
        </div>
        <div>A new tag shows here after the next run of the account jobs; Refresh looks again at once.</div>
        <Button variant="primary" href="/request" onFollow={follow}>
          Request access
        </Button>
      </SpaceBetween>
    </Box>
  );
}

export function NoMatch({ filter, action }: { filter: Filter; action: ReactNode }) {
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="s">
        <Box variant="h3">{heading(filter)}</Box>
        {filter.favouritesOnly && <div>The star beside a role makes it a favourite in this browser.</div>}
        {action}
      </SpaceBetween>
    </Box>
  );
}

function heading(filter: Filter): string {
  return filter.text === ""
    ? "None of your roles is left by these filters."
    : `None of your roles matches “${filter.text}”.`;
}
