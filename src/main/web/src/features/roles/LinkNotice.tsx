import Alert from "@cloudscape-design/components/alert";
import type { Role } from "../../shared/contract";
import { matches, searchText } from "../../shared/roles/words";
import { oldWarning } from "./oldWarning";

/** Why a link led here instead of into the AWS console. Whatever came in the link is shown as plain text. */
export function LinkNotice({ search, asked, roles }: { search: string; asked: string; roles: Role[] }) {
  const warning = oldWarning(new URLSearchParams(search).get("warningMessage"));
  if (asked === "" && warning === null) {
    return null;
  }
  const count = asked === "" ? 0 : roles.filter((each) => matches(searchText(each), asked)).length;
  if (warning === null && count < 2) {
    return null;
  }
  return (
    <Alert type="info" header={count > 1 ? `${count} of your roles match “${asked}”.` : undefined}>
      {count > 1 && <div>The link did not say which one, so the choice is yours.</div>}
      {warning !== null && <div className="as-written">{warning}</div>}
    </Alert>
  );
}
