import type { TypedWhen } from "../../api/booking-payloads.js";
import { ChangedMeanwhile } from "../../common/changed-meanwhile.js";
import { differingNames } from "../../common/put-upon.js";
import { bookedUpon } from "./booking-model.js";
import { shownValue } from "./shown-value.js";
import type { ShownWith } from "./shown-value.js";

interface BookingChangedProps<T extends TypedWhen> {
  /** What the record held when it was opened, what is typed, and what is saved now. */
  readonly opened: T;
  readonly mine: T;
  readonly saved: T;
  readonly labels: Readonly<Record<keyof T & string, string>>;
  readonly shownMine: ShownWith;
  readonly shownSaved: ShownWith;
  /** @param mine what was changed here, put upon what is saved now */
  readonly onKeepMine: (mine: T) => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody changed the booking while it was open (G9): what was changed here, or where that is nothing, what was changed there. */
export function BookingChanged<T extends TypedWhen>(props: BookingChangedProps<T>) {
  const { opened, mine, saved, labels, shownMine, shownSaved, onKeepMine, onTakeTheirs, onClose } = props;
  const upon = bookedUpon(opened, mine, saved);
  const changedHere = differingNames(upon, saved);
  const names = changedHere.length > 0 ? changedHere : differingNames(mine, saved);
  return (
    <ChangedMeanwhile
      rows={names.map((name) => ({
        label: labels[name],
        mine: shownValue(name, mine[name], shownMine),
        theirs: shownValue(name, saved[name], shownSaved),
      }))}
      onKeepMine={() => onKeepMine(upon)}
      onTakeTheirs={onTakeTheirs}
      onClose={onClose}
    />
  );
}
