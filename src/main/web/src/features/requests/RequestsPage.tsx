import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { Page } from "../../shared/Page";
import { useRequests } from "../../shared/requests/queries";
import { follow, navigate } from "../../shared/router";
import { useSettled } from "../../shared/useSettled";
import { filterOf, type Filter, searchOf } from "./filter";
import { RequestsTable } from "./RequestsTable";

const TYPING_MS = 300;

interface Paging {
  /** What was looked for, in which order; another search begins at its own first page. */
  search: string;
  /** Where each page that was seen begins. */
  places: (string | null)[];
  index: number;
}

/** All requests, by the time of asking; the server filters and sorts, so that a hundred thousand are as quick as ten. */
export function RequestsPage({ search }: { search: string }) {
  const [paging, setPaging] = useState<Paging>({ search, places: [null], index: 0 });
  const { places, index } = paging.search === search ? paging : { places: [null], index: 0 };
  const filter = filterOf(search);
  const text = useSettled(filter.text.trim(), TYPING_MS);
  const requests = useRequests({ ...filter, text }, places[index] ?? null);
  const change = (wanted: Filter) => navigate(`/requests${searchOf(wanted)}`, { replace: true });
  const next = requests.isPlaceholderData ? null : (requests.data?.next ?? null);
  const goTo = (wanted: number) => {
    const known = next === null ? places : [...places.slice(0, index + 1), next];
    if (wanted < known.length) {
      setPaging({ search, places: known, index: wanted });
    }
  };

  return (
    <Page
      title="Requests"
      description="What people asked for, and what became of it."
      actions={
        <Button variant="primary" href="/request" onFollow={follow}>
          Request access
        </Button>
      }
    >
      <RequestsTable
        rows={requests.data?.requests ?? []}
        loading={requests.isPending}
        renewing={requests.isFetching && requests.isPlaceholderData}
        error={requests.error}
        known={requests.data !== undefined}
        retrying={requests.isFetching}
        onRetry={() => void requests.refetch()}
        filter={filter}
        onFilter={change}
        page={index}
        hasNext={next !== null}
        onPage={goTo}
      />
    </Page>
  );
}
