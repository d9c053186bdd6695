import { Table } from "@mantine/core";
import { Children, cloneElement, createContext, isValidElement, useContext } from "react";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";

import { commonTexts } from "../texts/en/common-texts.js";

interface DataTableProps {
  /** What the table holds, for screen readers. */
  readonly label: string;
  /** What stands above each column. */
  readonly columns: readonly string[];
  /** A last column has buttons; what they are is seen. */
  readonly hasActions?: boolean;
  /** Rows are to be opened. */
  readonly isHighlighted?: boolean;
  /** Below the rows. */
  readonly foot?: ReactNode;
  /** `DataRow`s. */
  readonly children: ReactNode;
}

const Columns = createContext<readonly string[]>([]);

/**
 * Rows and columns. Where there is no room for the columns side by side each row is a card whose cells say of themselves
 * what stands above them otherwise, so that nothing has to be scrolled sideways to be read (WCAG 1.4.10).
 */
export function DataTable({
  label,
  columns,
  hasActions = false,
  isHighlighted = false,
  foot,
  children,
}: DataTableProps) {
  // The roles are said, since browsers forget them where a table is laid out as cards.
  return (
    <div className="wb-table">
      <Table role="table" className="wb-data" highlightOnHover={isHighlighted} verticalSpacing="sm" aria-label={label}>
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {columns.map((column) => (
              <Table.Th key={column} role="columnheader" scope="col">
                {column}
              </Table.Th>
            ))}
            {hasActions && (
              <Table.Th role="columnheader" scope="col">
                <span className="wb-sr-only">{commonTexts.actions}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          <Columns value={columns}>{children}</Columns>
        </Table.Tbody>
      </Table>
      {foot}
    </div>
  );
}

interface DataRowProps {
  readonly onDoubleClick?: () => void;
  /** `Table.Td`s, or a `Table.Th` of the row, in the order of the columns. */
  readonly children: ReactNode;
}

/** A row of a `DataTable`. */
export function DataRow({ onDoubleClick, children }: DataRowProps) {
  const columns = useContext(Columns);
  return (
    <Table.Tr role="row" {...(onDoubleClick === undefined ? {} : { onDoubleClick })}>
      {Children.toArray(children)
        .filter(isCell)
        .map((cell, index) =>
          cloneElement(cell, {
            role: cell.props.scope === "row" ? "rowheader" : "cell",
            "data-label": columns[index],
          }),
        )}
    </Table.Tr>
  );
}

type Cell = ReactElement<HTMLAttributes<HTMLElement> & { readonly scope?: string; readonly "data-label"?: string }>;

function isCell(child: ReactNode): child is Cell {
  return isValidElement(child);
}
