import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import type { Job } from "../../shared/contract";
import { PageLink } from "../../shared/PageLink";
import { Time } from "../../shared/Time";
import { AcceptDrop } from "./AcceptDrop";
import type { JobControl } from "./control";

interface Props {
  job: Job;
  control: JobControl;
}

/** A job whose last run published nothing, because people would have lost access: why, and a deliberate way to publish. */
export function HeldBack({ job, control }: Props) {
  const [asking, setAsking] = useState(false);
  const { lastRun } = job;
  if (lastRun === null || lastRun.heldBack === null) {
    return null;
  }
  return (
    <>
      <Alert
        type="warning"
        header={`${job.id} was held back: people would lose access.`}
        action={
          <Button
            disabled={job.running !== null}
            loading={control.starting === job.id}
            onClick={() => setAsking(true)}
          >
            Publish all the same
          </Button>
        }
      >
        <div className="as-written">{lastRun.heldBack}</div>
        <div>
          <PageLink to={`/jobs/runs/${lastRun.id}`}>
            The run of <Time at={lastRun.startedAt} />
          </PageLink>
        </div>
      </Alert>
      {asking && (
        <AcceptDrop
          job={job.id}
          figures={lastRun.heldBack}
          onAccept={() => {
            setAsking(false);
            control.start(job.id, { acceptDrop: true });
          }}
          onDismiss={() => setAsking(false)}
        />
      )}
    </>
  );
}
