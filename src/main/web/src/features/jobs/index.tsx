import { JobsPage } from "./JobsPage";
import { RunPage } from "./RunPage";

/** `/jobs` and `/jobs/runs/<id>`, loaded when an administrator first goes there. */
export default function Jobs({ run }: { run: string | null }) {
  return run === null ? <JobsPage /> : <RunPage key={run} id={run} />;
}
