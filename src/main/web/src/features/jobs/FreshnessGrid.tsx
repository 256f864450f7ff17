import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useCollection } from "@cloudscape-design/collection-hooks";
import { useFoldingColumns } from "../../shared/columns";
import { Account } from "../../shared/Account";
import type { FreshnessAccount, FreshnessCell } from "../../shared/contract";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { JobControl } from "./control";
import { FreshnessButton } from "./FreshnessButton";
import { useFreshness } from "./queries";
import { Stale } from "./Stale";

const PAGE_SIZE = 25;
const SUMMARY: [FreshnessCell["state"], string][] = [
  ["FRESH", "fresh"],
  ["LATE", "late"],
  ["FAILED", "failed"],
  ["NEVER", "never read"],
  ["LEFT_OUT", "left out"],
];
const WORST_FIRST = ["FAILED", "NEVER", "LATE", "FRESH", "LEFT_OUT"];

/** Accounts down, kinds of data across, one small state in each cell; what needs a look comes first. */
export function FreshnessGrid({ control, watching }: { control: JobControl; watching: boolean }) {
  const freshness = useFreshness(watching);
  const columns = useFoldingColumns<FreshnessAccount>([
    {
      id: "account",
      header: "Account",
      isRowHeader: true,
      minWidth: 160,
      cell: (account) => <Account name={account.accountName} id={account.accountId} />,
    },
    ...(freshness.data?.kinds ?? []).map((kind) => ({
      id: `kind-${kind}`,
      header: kind.toUpperCase(),
      minWidth: 150,
      cell: (account: FreshnessAccount) => (
        <FreshnessButton account={account} kind={kind} control={control} />
      ),
    })),
  ]);
  const accounts = [...(freshness.data?.accounts ?? [])].sort((a, b) => rank(a) - rank(b));
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } = useCollection(
    accounts,
    {
      filtering: {
        empty: <Empty />,
        noMatch: <Box textAlign="center">No account has such a name or number.</Box>,
        filteringFunction: (account, text) =>
          `${account.accountName} ${account.accountId}`.toLowerCase().includes(text.toLowerCase()),
      },
      pagination: { pageSize: PAGE_SIZE },
    },
  );
  if (freshness.isError && freshness.data === undefined) {
    return (
      <ProblemAlert
        title="The freshness of the accounts did not load."
        error={freshness.error}
        stillWorks="The jobs below can be started all the same."
        onRetry={() => void freshness.refetch()}
        retrying={freshness.isFetching}
      />
    );
  }
  return (
    <SpaceBetween size="s">
      <Stale what="The freshness of the accounts" query={freshness} />
      <Table
        {...collectionProps}
        items={items}
        trackBy="accountId"
        loading={freshness.isPending}
        loadingText="Loading the accounts"
        contentDensity="compact"
        wrapLines
        ariaLabels={{ tableLabel: "Freshness of the accounts" }}
        header={
          <Header
            variant="h2"
            counter={`(${accounts.length.toLocaleString()})`}
            description={summary(accounts)}
          >
            Accounts
          </Header>
        }
        filter={
          accounts.length > PAGE_SIZE && (
            <TextFilter
              {...filterProps}
              filteringPlaceholder="Name or number"
              filteringAriaLabel="Filter accounts"
              countText={`${filteredItemsCount ?? 0} accounts`}
            />
          )
        }
        pagination={accounts.length > PAGE_SIZE && <Pagination {...paginationProps} />}
        columnDefinitions={columns}
      />
    </SpaceBetween>
  );
}

function Empty() {
  return (
    <Box textAlign="center" padding="m">
      <Box variant="h3">No account is known yet.</Box>
      Accounts come from AWS Organizations or from the configuration, by the job accounts. Run it below.
    </Box>
  );
}

function rank(account: FreshnessAccount): number {
  return Math.min(...account.cells.map((each) => WORST_FIRST.indexOf(each.state)), WORST_FIRST.length);
}

function summary(accounts: FreshnessAccount[]): string {
  const cells = accounts.flatMap((each) => each.cells);
  return SUMMARY.map(([state, word]) => [cells.filter((each) => each.state === state).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString()} ${word}`)
    .join(", ");
}
