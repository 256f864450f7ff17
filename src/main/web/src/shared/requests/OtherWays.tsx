import { PageLink } from "../PageLink";
import type { GrantEnd } from "./contract";

interface Props {
  end: GrantEnd;
  /** Begins the sentence: "You still have". */
  has: string;
}

/** By what else the role can be used, though a grant of it ended; nothing where there is nothing. */
export function OtherWays({ end, has }: Props) {
  return (
    <>
      {end.others.length > 0 && (
        <div>
          {has} the role, and new keys are issued:
          {end.others.map((way, index) => (
            <span key={`${way.kind} ${way.name}`}>
              {index === 0 ? " by " : ", by "}
              <Way {...way} />
            </span>
          ))}
          .
        </div>
      )}
      {!end.othersKnown && <div>Whether a group gives the role too is not known just now.</div>}
    </>
  );
}

function Way({ kind, name }: GrantEnd["others"][number]) {
  switch (kind) {
    case "group":
      return `the group ${name}`;
    case "user":
      return "name";
    case "plugin":
      return `the rule ${name}`;
    case "grant":
      return <PageLink to={`/requests/${encodeURIComponent(requestOf(name))}`}>another grant</PageLink>;
    default: {
      const unreachable: never = kind;
      return unreachable;
    }
  }
}

/** A grant's id is that of its request, and the number of the change. */
function requestOf(grant: string): string {
  return grant.slice(0, grant.lastIndexOf("-"));
}
