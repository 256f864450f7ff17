import Pagination from "@cloudscape-design/components/pagination";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useFoldingColumns } from "../../shared/columns";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { RequestRow } from "../../shared/requests/contract";
import { ASKED, REQUEST_COLUMNS } from "./columns";
import { NoRequests } from "./empty";
import type { Filter } from "./filter";
import { RequestFilters } from "./RequestFilters";

interface Props {
  rows: RequestRow[];
  loading: boolean;
  /** Another answer is on its way, and the rows are those of the last one. */
  renewing: boolean;
  error: unknown;
  /** The rows are what the server answered, perhaps some time ago. */
  known: boolean;
  retrying: boolean;
  onRetry: () => void;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** From 0. */
  page: number;
  hasNext: boolean;
  onPage: (page: number) => void;
}

/** The filters are there whatever the server says: a filter that it refuses can be changed. */
export function RequestsTable(props: Props) {
  const { rows, loading, renewing, error, known, retrying, onRetry } = props;
  const { filter, onFilter, page, hasNext, onPage } = props;
  const columns = useFoldingColumns(REQUEST_COLUMNS);
  const paged = page > 0 || hasNext;
  return (
    <SpaceBetween size="m">
      {error !== null && known && (
        <ProblemAlert
          title="The requests could not be brought up to date."
          error={error}
          stillWorks="The table below is the last good answer."
          onRetry={onRetry}
          retrying={retrying}
        />
      )}
      <div aria-busy={renewing}>
        <Table
          items={rows}
          trackBy="id"
          loading={loading}
          loadingText="Loading the requests"
          contentDensity="compact"
          wrapLines
          columnDefinitions={columns}
          sortingColumn={ASKED}
          sortingDescending={!filter.oldestFirst}
          onSortingChange={({ detail }) => onFilter({ ...filter, oldestFirst: detail.isDescending !== true })}
          ariaLabels={{ tableLabel: "Requests" }}
          header={
            <Header variant="h2" description={filter.oldestFirst ? "The oldest first." : "The newest first."}>
              {filter.mine ? "Your requests" : "All requests"}
            </Header>
          }
          filter={<RequestFilters filter={filter} onChange={onFilter} />}
          pagination={
            paged && (
              <Pagination
                currentPageIndex={page + 1}
                pagesCount={page + 1}
                openEnd={hasNext}
                disabled={renewing}
                onChange={({ detail }) => onPage(detail.currentPageIndex - 1)}
              />
            )
          }
          empty={
            error !== null && !known ? (
              <ProblemAlert
                title="The requests did not load."
                error={error}
                stillWorks="Your roles work, and what is approved is applied all the same."
                onRetry={onRetry}
                retrying={retrying}
              />
            ) : (
              <NoRequests filter={filter} onAll={onFilter} hasNext={hasNext} />
            )
          }
        />
      </div>
    </SpaceBetween>
  );
}
