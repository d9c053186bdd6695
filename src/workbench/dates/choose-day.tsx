import { ActionIcon, Popover } from "@mantine/core";
import { useState } from "react";

import { CalendarIcon } from "../common/icons.js";
import { MonthGrid } from "./month-grid.js";
import type { MonthGridProps } from "./month-grid.js";
import "./dates.css";

interface ChooseDayProps extends MonthGridProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly size?: "sm" | "lg";
}

/** A button that opens a month to take a day from; the focus returns to it. */
export function ChooseDay({ label, isDisabled = false, size = "sm", onChoose, ...month }: ChooseDayProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position={size === "lg" ? "bottom-start" : "bottom-end"}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          variant={size === "lg" ? "default" : "subtle"}
          size={size === "lg" ? 36 : "sm"}
          aria-label={label}
          disabled={isDisabled}
          onClick={() => setOpen((before) => !before)}
        >
          <CalendarIcon />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <MonthGrid
          {...month}
          onChoose={(day) => {
            onChoose(day);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
