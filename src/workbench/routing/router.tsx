import { createContext, use, useCallback, useEffect, useMemo, useState } from "react";
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from "react";

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

/** Keeps the address bar and the screen in step. */
export function RouterProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<Place>(placeNow);

  useEffect(() => {
    const follow = (): void => setPlace(placeNow());
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  useEffect(() => {
    // The message is said once: reloading or coming back to the address does not repeat it.
    if (place.told !== undefined) window.history.replaceState(null, "", `${place.path}${place.search}`);
  }, [place]);

  const go = useCallback((route: Route) => {
    const address = addressOf(route);
    if (address !== `${window.location.pathname}${window.location.search}`) window.history.pushState(null, "", address);
    setPlace(placeNow());
  }, []);

  const router = useMemo<Router>(
    () => ({
      route: routeOf(place.path, place.search),
      address: `${place.path}${place.search}`,
      told: place.told,
      go,
    }),
    [place, go],
  );
  return <RouterContext value={router}>{children}</RouterContext>;
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

function placeNow(): Place {
  const { pathname, search } = window.location;
  const { told, rest } = takeMessage(search);
  return { path: pathname, search: rest, told };
}
