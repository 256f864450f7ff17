import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import type { Role } from "../../shared/contract";
import { navigate } from "../../shared/router";

/** What one may ask for about a role that is open already. */
export function MoreButton({ role }: { role: Role }) {
  const arn = encodeURIComponent(role.arn);
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel={`More about ${role.name} in ${role.accountName}`}
      items={[
        ...(role.until === null
          ? []
          : [{ id: `/request?role=${arn}`, text: "Request more time", href: `/request?role=${arn}` }]),
        {
          id: `/request?what=put&role=${arn}`,
          text: "Request a policy for it",
          href: `/request?what=put&role=${arn}`,
        },
      ]}
      onItemFollow={(event) => {
        event.preventDefault();
        navigate(event.detail.id);
      }}
    />
  );
}
