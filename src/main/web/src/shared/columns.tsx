import type { TableProps } from "@cloudscape-design/components/table";
import { useNarrow } from "./useNarrow";
import "./parts.css";

type Column<T> = TableProps.ColumnDefinition<T>;

/** The column that holds what one can do with a row has this id; it stays in sight on a narrow screen. */
export const USE = "use";
const USE_PX = 140;

/** Stands in an empty cell; where columns fold, the cell is left out instead. */
export const NOTHING = "–";

/** As they are on a wide screen; on a narrow one, all but the last action column fold under the first. */
export function useFoldingColumns<T>(columns: Column<T>[]): Column<T>[] {
  const narrow = useNarrow();
  const [first, ...others] = columns;
  if (!narrow || first === undefined) {
    return columns;
  }
  const folded = others.filter((each) => each.id !== USE);
  return [
    {
      ...first,
      minWidth: 0,
      cell: (item) => (
        <>
          {first.cell(item)}
          {folded.map((column) => {
            const value = column.cell(item);
            return value === NOTHING ? null : (
              <div key={column.id} className="folded">
                <span className="folded-name">{column.header}</span> <span>{value}</span>
              </div>
            );
          })}
        </>
      ),
    },
    ...others.filter((each) => each.id === USE).map((each) => ({ ...each, minWidth: USE_PX })),
  ];
}
