import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Account } from "../../shared/Account";
import { FocusedPage } from "../../shared/FocusedPage";
import { useRoles } from "../../shared/roles/queries";
import { signInHref } from "../../shared/roles/words";

interface Props {
  query: string;
  candidates: string[];
  search: string;
}

/** Several roles match the link: the person picks; region and destination stay as the link said. */
export function RoleChoice({ query, candidates, search }: Props) {
  const roles = useRoles().data?.roles ?? [];
  return (
    <FocusedPage title={`${candidates.length} of your roles match “${query}”`}>
      <SpaceBetween size="s">
        <div>Which one is to open the AWS console?</div>
        <ul className="plain choices">
          {candidates.map((arn) => {
            const name = arn.split("/").at(-1) ?? arn;
            const account = arn.split(":")[4] ?? "";
            const accountName = roles.find((role) => role.arn === arn)?.accountName ?? account;
            return (
              <li key={arn}>
                <div title={arn}>
                  <strong>{name}</strong>
                  <Account name={accountName} id={account} />
                </div>
                <Button href={signInHref(arn) + search} ariaLabel={`Console of ${name} in ${accountName}`}>
                  Console
                </Button>
              </li>
            );
          })}
        </ul>
      </SpaceBetween>
    </FocusedPage>
  );
}
