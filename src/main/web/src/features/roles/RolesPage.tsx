import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { AsOf } from "../../shared/AsOf";
import { useMe } from "../../shared/me";
import { Page } from "../../shared/Page";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { follow } from "../../shared/router";
import { useRoles } from "../../shared/roles/queries";
import { recentRoles } from "../../shared/roles/remembered";
import { LinkNotice } from "./LinkNotice";
import { RecentRoles } from "./RecentRoles";
import { RolesTable } from "./RolesTable";
import { useRefresh } from "./useRefresh";

/** Home: the roles that are open to one, and the shortest way into each. */
export function RolesPage({ search }: { search: string }) {
  const me = useMe();
  const roles = useRoles();
  const { refresh, start } = useRefresh();
  const [recent] = useState(() => recentRoles(me.user)); // as it was on arrival: nothing jumps under the hand
  const asked = new URLSearchParams(search).get("arn") ?? "";
  const all = roles.data?.roles ?? [];

  return (
    <Page
      title="Roles"
      description="Open the AWS console, or work from a terminal, as a role that is open to you."
      actions={
        <SpaceBetween direction="horizontal" size="m" alignItems="center">
          <AsOf
            at={roles.data?.asOf}
            ageless={all.length === 0 ? "never read" : "some accounts were never read"}
            refreshing={refresh.state === "asking" || roles.isRefetching}
            onRefresh={start}
          />
          <Button href="/request" onFollow={follow}>
            Request access
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="m">
        <LinkNotice search={search} asked={asked} roles={all} />
        {refresh.state === "failed" && (
          <ProblemAlert
            title="The roles were not refreshed."
            error={refresh.error}
            stillWorks="The table below is the last good answer, and every button in it works."
            onRetry={start}
          />
        )}
        {refresh.state === "same" && refresh.list === roles.data && (
          <div role="status">Nothing newer has been read from AWS.</div>
        )}
        {roles.isError && (
          <ProblemAlert
            title={
              roles.data === undefined
                ? "The roles did not load."
                : "The roles could not be brought up to date."
            }
            error={roles.error}
            stillWorks="Keys and AWS consoles that you have already work on."
            onRetry={() => void roles.refetch()}
            retrying={roles.isFetching}
          />
        )}
        <RecentRoles recent={recent} roles={all} />
        {(roles.data !== undefined || !roles.isError) && (
          <RolesTable key={asked} roles={all} loading={roles.isPending} initialText={asked} />
        )}
      </SpaceBetween>
    </Page>
  );
}
