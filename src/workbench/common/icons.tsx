import type { ReactNode } from "react";

import type { Severity } from "../api/payloads.js";

/** A drawing of 16 by 16 that says nothing a text beside it does not say. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="wb-icon"
    >
      {children}
    </svg>
  );
}

export function BellIcon() {
  return (
    <Icon>
      <path d="M4 7a4 4 0 0 1 8 0c0 3.5 1.5 4.5 1.5 4.5h-11S4 10.5 4 7zM6.7 13.5a1.5 1.5 0 0 0 2.6 0" />
    </Icon>
  );
}

export function CalendarIcon() {
  return (
    <Icon>
      <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />
    </Icon>
  );
}

export function MenuIcon() {
  return (
    <Icon>
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
    </Icon>
  );
}

export function SunMoonIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />
    </Icon>
  );
}

export function CameraIcon() {
  return (
    <Icon>
      <path d="M2 5.5h2.5L6 3.5h4l1.5 2H14v7H2z" />
      <circle cx="8" cy="8.8" r="2" />
    </Icon>
  );
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="8" cy="5" r="2.5" />
      <path d="M3 13.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5" />
    </Icon>
  );
}

export function LockIcon() {
  return (
    <Icon>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </Icon>
  );
}

export function UnlinkedIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5" strokeDasharray="2.5 2.2" />
    </Icon>
  );
}

export function ChevronIcon({ to }: { readonly to: "left" | "right" | "down" }) {
  const paths = { left: "M10 3.5 5.5 8l4.5 4.5", right: "M6 3.5 10.5 8 6 12.5", down: "M3.5 6 8 10.5 12.5 6" };
  return (
    <Icon>
      <path d={paths[to]} />
    </Icon>
  );
}

export function SeverityIcon({ severity }: { readonly severity: Severity | "success" }) {
  switch (severity) {
    case "information":
      return (
        <Icon>
          <circle cx="8" cy="8" r="6" />
          <path d="M8 7.5v3.5M8 5v.1" />
        </Icon>
      );
    case "success":
      return (
        <Icon>
          <circle cx="8" cy="8" r="6" />
          <path d="m5.5 8.2 1.8 1.8 3.3-3.7" />
        </Icon>
      );
    case "warning":
      return (
        <Icon>
          <path d="M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.5v.1" />
        </Icon>
      );
    case "error":
      return (
        <Icon>
          <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 10.7v.1" />
        </Icon>
      );
  }
}
