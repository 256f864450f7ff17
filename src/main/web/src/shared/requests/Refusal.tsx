import Alert from "@cloudscape-design/components/alert";
import { ProblemAlert } from "../ProblemAlert";
import { problemOf } from "../problem";
import { DifferenceWords } from "./DifferenceView";

interface Props {
  error: unknown;
  title: string;
  /** What is different from what was shown, as far as the page knows; the server may say more. */
  difference?: string[];
}

/**
 * A command was refused. If the request is not what was shown any more, it says so and what is different now; the page
 * around shows the new one.
 */
export function Refusal({ error, title, difference = [] }: Props) {
  const problem = problemOf(error);
  if (problem.kind !== "conflict") {
    return <ProblemAlert title={title} error={error} />;
  }
  const lines = problem.difference.length > 0 ? problem.difference : difference;
  return (
    <div role="alert">
      <Alert type="warning" header={title}>
        <div className="as-written">{problem.detail}</div>
        {lines.length > 0 && <DifferenceWords words={lines} what="what is different from what was shown" />}
        <div>The page shows the request as it is now.</div>
      </Alert>
    </div>
  );
}
