import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Table from "@cloudscape-design/components/table";
import { useCollection } from "@cloudscape-design/collection-hooks";
import { USE, useFoldingColumns } from "../../shared/columns";
import { PageLink } from "../../shared/PageLink";
import type { Grant } from "../../shared/requests/contract";
import { RequestRole } from "../../shared/requests/RequestRole";
import { GrantStateMark } from "../../shared/requests/state";
import { Time } from "../../shared/Time";
import { span } from "../../shared/time";

const PAGE_SIZE = 10;

export function PastGrants({ grants }: { grants: Grant[] }) {
  const { items, collectionProps, paginationProps } = useCollection(grants, {
    pagination: { pageSize: PAGE_SIZE },
  });
  const columns = useFoldingColumns<Grant>([
    {
      id: "role",
      header: "Role",
      isRowHeader: true,
      minWidth: 220,
      cell: (grant) => <RequestRole role={grant.role} />,
    },
    { id: "how", header: "State", minWidth: 110, cell: (grant) => <GrantStateMark grant={grant} /> },
    { id: "ended", header: "Ended", minWidth: 110, cell: (grant) => <Time at={over(grant)} /> },
    {
      id: "length",
      header: "Lasted",
      minWidth: 100,
      cell: (grant) => span(Date.parse(over(grant)) - Date.parse(grant.start)),
    },
    {
      id: USE,
      header: "Request",
      minWidth: 180,
      cell: (grant) => (
        <>
          <PageLink to={`/requests/${encodeURIComponent(grant.request)}`}>Look at it</PageLink> ·{" "}
          <PageLink to={`/request?role=${encodeURIComponent(grant.role.arn)}`}>Ask again</PageLink>
        </>
      ),
    },
  ]);
  return (
    <Table
      {...collectionProps}
      items={items}
      trackBy="id"
      contentDensity="compact"
      wrapLines
      ariaLabels={{ tableLabel: "Past grants" }}
      header={<Header variant="h2">Past</Header>}
      pagination={grants.length > PAGE_SIZE && <Pagination {...paginationProps} />}
      columnDefinitions={columns}
    />
  );
}

function over(grant: Grant): string {
  return grant.ended?.at ?? grant.end;
}
