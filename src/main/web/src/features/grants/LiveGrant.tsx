import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { PageLink } from "../../shared/PageLink";
import type { Grant } from "../../shared/requests/contract";
import { RequestRole } from "../../shared/requests/RequestRole";
import { UseGrant } from "../../shared/requests/UseGrant";
import { Time } from "../../shared/Time";
import { span, useNow } from "../../shared/time";
import { ExtendModal } from "./ExtendModal";
import "./grants.css";

const TICK_MS = 1_000;
const MINUTE_MS = 60_000;

interface Props {
  grant: Grant;
  /** The question stays when the grant is gone from the list. */
  onReturn: () => void;
}

/** A live grant: what is left of it, and what one can do with it. */
export function LiveGrant({ grant, onReturn }: Props) {
  const now = useNow(TICK_MS);
  const [extending, setExtending] = useState(false);
  const left = Math.max(0, Date.parse(grant.end) - now);
  const whole = Math.max(1, Date.parse(grant.end) - Date.parse(grant.start));
  const name = `${grant.role.name} in ${grant.role.accountName}`;
  return (
    <li className="grant">
      <div className="grant-what">
        <RequestRole role={grant.role} />
        <Box variant="small" color="text-body-secondary">
          until <Time at={grant.end} as="clock" />,{" "}
          <PageLink to={`/requests/${encodeURIComponent(grant.request)}`}>the request</PageLink>
        </Box>
        <div className="time-left" aria-hidden="true">
          <div style={{ width: `${(left / whole) * 100}%` }} />
        </div>
        <div>{left === 0 ? "Ended" : `${coarse(left)} left`}</div>
      </div>
      <div className="grant-actions">
        <UseGrant grant={grant} />
        <Button ariaLabel={`Extend ${name}`} onClick={() => setExtending(true)}>
          Extend
        </Button>
        <Button ariaLabel={`Return ${name}`} onClick={onReturn}>
          Return
        </Button>
      </div>
      {extending && <ExtendModal grant={grant} onClose={() => setExtending(false)} />}
    </li>
  );
}

/** Seconds tell something in the last minutes only. */
function coarse(leftMs: number): string {
  return span(leftMs > 10 * MINUTE_MS ? Math.floor(leftMs / MINUTE_MS) * MINUTE_MS : leftMs);
}
