import { useCollection } from "@cloudscape-design/collection-hooks";
import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Table from "@cloudscape-design/components/table";
import { NOTHING, useFoldingColumns } from "../../shared/columns";
import { Account } from "../../shared/Account";
import type { Run, RunAccount } from "../../shared/contract";
import { OutcomeState } from "./state";

const PAGE_SIZE = 50;
const WORST_FIRST = ["FAILED", "RUNNING", "WAITING", "SKIPPED", "COMPLETED"];

export function RunAccounts({ run }: { run: Run }) {
  const columns = useFoldingColumns<RunAccount>([
    {
      id: "account",
      header: "Account",
      isRowHeader: true,
      minWidth: 150,
      cell: (each) => <Account name={each.accountName} id={each.accountId} />,
    },
    {
      id: "outcome",
      header: "Outcome",
      minWidth: 110,
      cell: (each) => <OutcomeState outcome={each.outcome} />,
    },
    { id: "items", header: "Items", minWidth: 80, cell: (each) => each.items.toLocaleString() },
    {
      id: "detail",
      header: "Detail",
      minWidth: 220,
      cell: (each) => (each.detail === null ? NOTHING : <span className="as-written">{each.detail}</span>),
    },
  ]);
  const sorted = [...run.accounts].sort(
    (a, b) => WORST_FIRST.indexOf(a.outcome) - WORST_FIRST.indexOf(b.outcome),
  );
  const { items, collectionProps, paginationProps } = useCollection(sorted, {
    pagination: { pageSize: PAGE_SIZE },
  });
  return (
    <Table
      {...collectionProps}
      items={items}
      trackBy="accountId"
      contentDensity="compact"
      wrapLines
      ariaLabels={{ tableLabel: "Accounts of this run" }}
      header={
        <Header variant="h2" counter={`(${run.accounts.length.toLocaleString()})`}>
          Accounts
        </Header>
      }
      pagination={sorted.length > PAGE_SIZE && <Pagination {...paginationProps} />}
      empty={
        <Box textAlign="center">
          This run has no accounts: the job works on all data at once, or has just begun.
        </Box>
      }
      columnDefinitions={columns}
    />
  );
}
