import { useCollection } from "@cloudscape-design/collection-hooks";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Table from "@cloudscape-design/components/table";
import { useMemo, useState } from "react";
import { useFoldingColumns } from "../../shared/columns";
import type { Role } from "../../shared/contract";
import { useMe } from "../../shared/me";
import { useFavourites } from "../../shared/roles/remembered";
import { matches, searchText } from "../../shared/roles/words";
import { SkeletonRows } from "../../shared/SkeletonRows";
import { roleColumns } from "./columns";
import { NoMatch, NoRoles } from "./empty";
import { type Filter, NO_FILTER, RoleFilters } from "./RoleFilters";

const PAGE_SIZE = 50;

interface Props {
  roles: Role[];
  loading: boolean;
  initialText: string;
}

interface Row {
  role: Role;
  text: string;
}

/** Roles, filtered as one types; only one page of rows is ever drawn. */
export function RolesTable({ roles, loading, initialText }: Props) {
  const { user } = useMe();
  const { favourites, toggle } = useFavourites(user);
  const [filter, setFilter] = useState<Filter>({ ...NO_FILTER, text: initialText });
  const rows = useMemo<Row[]>(() => roles.map((role) => ({ role, text: searchText(role) })), [roles]);
  const shown = rows.filter(
    ({ role, text }) =>
      (filter.account === null || role.accountId === filter.account) &&
      (filter.environment === null || role.environment === filter.environment) &&
      (!filter.favouritesOnly || favourites.has(role.arn)) &&
      matches(text, filter.text),
  );
  const { items, collectionProps, paginationProps, actions } = useCollection(
    shown.map((row) => row.role),
    { pagination: { pageSize: PAGE_SIZE }, sorting: {} },
  );
  const columns = useFoldingColumns(
    roleColumns({ favourites, toggle, environments: roles.some((each) => each.environment !== null) }),
  );
  const narrow = (next: Filter) => {
    setFilter(next);
    actions.setCurrentPage(1);
  };

  if (loading) {
    return <SkeletonRows title="Open to you" label="Loading the roles" />;
  }
  return (
    <Table
      {...collectionProps}
      items={items}
      trackBy="arn"
      variant="container"
      contentDensity="compact"
      wrapLines
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: "Roles that are open to you" }}
      header={
        <Header variant="h2" counter={counter(shown.length, roles.length)}>
          Open to you
        </Header>
      }
      filter={
        roles.length > 0 && (
          <RoleFilters roles={roles} filter={filter} onChange={narrow} matching={shown.length} />
        )
      }
      pagination={shown.length > PAGE_SIZE && <Pagination {...paginationProps} />}
      empty={
        roles.length === 0 ? (
          <NoRoles />
        ) : (
          <NoMatch
            filter={filter}
            action={<Button onClick={() => narrow(NO_FILTER)}>Show all {roles.length}</Button>}
          />
        )
      }
    />
  );
}

function counter(shown: number, all: number): string {
  return shown === all
    ? `(${all.toLocaleString()})`
    : `(${shown.toLocaleString()} of ${all.toLocaleString()})`;
}
