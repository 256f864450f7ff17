import Icon from "@cloudscape-design/components/icon";
import type { Role } from "../../shared/contract";
import { navigate } from "../../shared/router";

/** Asks for a policy on the role of this row. A plain link: fifty rows are drawn anew with each letter of the filter. */
export function PolicyLink({ role }: { role: Role }) {
  const href = `/request?what=put&role=${encodeURIComponent(role.arn)}`;
  return (
    <a
      className="icon-link"
      href={href}
      title="Request a policy on this role"
      aria-label={`Request a policy on ${role.name} in ${role.accountName}`}
      onClick={(event) => {
        if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          navigate(href);
        }
      }}
    >
      <Icon name="edit" />
    </a>
  );
}
