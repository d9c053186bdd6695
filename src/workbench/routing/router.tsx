import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from "react";

import { Ask } from "../common/ask.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { addressOf, routeOf, takeMessage } from "./route.js";
import type { Route, ToldOnReturn } from "./route.js";

interface Router {
  readonly route: Route;
  readonly address: string;
  /** What another site's callback said on coming back here. */
  readonly told: ToldOnReturn | undefined;
  readonly go: (route: Route) => void;
}

interface Place {
  readonly path: string;
  readonly search: string;
  readonly told: ToldOnReturn | undefined;
}

const RouterContext = createContext<Router | undefined>(undefined);

/** Says whether something typed would be lost; registering gives back how to take the question away. */
type Hold = (isHeld: () => boolean) => () => void;
const LeavingContext = createContext<Hold>(() => () => undefined);

/** Lets a form ask before the screen is left. */
export function useLeaving(): Hold {
  return use(LeavingContext);
}

/** Keeps the address bar and the screen in step. */
export function RouterProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<Place>(placeNow);
  const holds = useRef(new Set<() => boolean>());
  /** Where somebody wanted to go while something was typed. */
  const [wanted, setWanted] = useState<string | undefined>();
  const hold = useCallback<Hold>((isHeld) => {
    holds.current.add(isHeld);
    return () => holds.current.delete(isHeld);
  }, []);
  const isHeld = useCallback(() => [...holds.current].some((one) => one()), []);
  const move = useCallback((address: string) => {
    if (address !== addressNow()) window.history.pushState(null, "", address);
    setPlace(placeNow());
  }, []);
  const shownAddress = `${place.path}${place.search}`;

  useEffect(() => {
    const follow = (): void => {
      if (!isHeld()) return setPlace(placeNow());
      // The browser has gone back already: the address of what is on screen returns until it is answered.
      setWanted(addressNow());
      window.history.pushState(null, "", shownAddress);
      return undefined;
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [isHeld, shownAddress]);

  useEffect(() => {
    // The message is said once: reloading or coming back to the address does not repeat it.
    if (place.told !== undefined) window.history.replaceState(null, "", `${place.path}${place.search}`);
  }, [place]);

  const go = useCallback(
    (route: Route) => {
      const address = addressOf(route);
      if (isHeld() && address !== addressNow()) setWanted(address);
      else move(address);
    },
    [isHeld, move],
  );

  const router = useMemo<Router>(
    () => ({
      route: routeOf(place.path, place.search),
      address: `${place.path}${place.search}`,
      told: place.told,
      go,
    }),
    [place, go],
  );
  return (
    <RouterContext value={router}>
      <LeavingContext value={hold}>{children}</LeavingContext>
      {wanted !== undefined && (
        <Ask
          title={commonTexts.leaving.title}
          question={commonTexts.leaving.question}
          answers={[
            { label: commonTexts.leaving.stay, isMain: true, onChoose: () => setWanted(undefined) },
            {
              label: commonTexts.leaving.leave,
              onChoose: () => {
                setWanted(undefined);
                move(wanted);
              },
            },
          ]}
          onClose={() => setWanted(undefined)}
        />
      )}
    </RouterContext>
  );
}

export function useRouter(): Router {
  const router = use(RouterContext);
  if (router === undefined) throw new Error("There is no RouterProvider above this component");
  return router;
}

type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">;

/** A link to a place of the workbench; opens in a new tab where the browser is asked for one. */
export function PlaceLink({ to, onClick, className = "wb-link", ...anchor }: AnchorProps & { readonly to: Route }) {
  const { go } = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const wantsOwnWay = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || wantsOwnWay) return;
    event.preventDefault();
    go(to);
  };
  return <a {...anchor} className={className} href={addressOf(to)} onClick={follow} />;
}

function addressNow(): string {
  return `${window.location.pathname}${window.location.search}`;
}

function placeNow(): Place {
  const { pathname, search } = window.location;
  const { told, rest } = takeMessage(search);
  return { path: pathname, search: rest, told };
}
