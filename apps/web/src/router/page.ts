import type { ComponentChildren } from 'preact';

import type { Overview, SavedView, Viewer } from '#contracts';

import type { Wording } from '../wording/wording.js';
import type { Address } from './address.js';
import type { LeftOut } from './left-out.js';
import type { WholeList } from './whole-list.js';

export type StateView = Overview['state'];

/** What every page is given beside its own data. */
export interface Visit {
  readonly address: Address;
  readonly wording: Wording;
  readonly publicUrl: string;
  readonly viewer: Viewer | null;
  /** What the viewer saved to come back to, in the State of the address; null for whoever has no role in it. */
  readonly views: readonly SavedView[] | null;
  readonly states: readonly StateView[];
  /** What the address asked for besides and the page could not read. */
  readonly leftOut?: readonly LeftOut[];
  /** What was typed into the form with this action, if it came back with a problem; else empty. */
  readonly typedInto: (action: string) => URLSearchParams;
  /** The State of the address, if it names one that is watched. */
  readonly state: StateView | null;
}

export interface Crumb {
  readonly label: string;
  readonly path?: string;
}

/** A page's own part of the document. */
export interface Sheet {
  /** For the browser's title bar and search engines. */
  readonly documentTitle: string;
  /** Key of the masthead's link that stands for this page. */
  readonly current?: string;
  readonly crumbs?: readonly Crumb[];
  /** Civil day that the data stands for. */
  readonly today?: string;
  /** After how many seconds it looks again by itself, where it shows something that goes on. */
  readonly again?: number;
  /** A feed of its own, beside that of the State. */
  readonly feed?: { readonly title: string; readonly url: string } | undefined;
  readonly body: ComponentChildren;
}

/** One kind of page: which API answers it needs, and how it looks with them. */
export interface Page<Data extends Record<string, unknown>> {
  /** What only some may read is asked for by `viewer`, so that a page that others may read is not refused as a whole. */
  load(address: Address, viewer: Viewer | null): { readonly [Name in keyof Data]: string | WholeList };
  show(data: Data, visit: Visit): Sheet | Redirect;
  /** Words for a signed link that the API no longer knows; other pages say "no such page". */
  gone?(visit: Visit): { readonly title: string; readonly why: string };
}

export interface Redirect {
  readonly redirectTo: string;
}

export interface Route {
  readonly path: string;
  readonly page: Page<Record<string, unknown>>;
}

/** Pairs an address with its page; what the page loads is checked where the page is written. */
export function route<Data extends Record<string, unknown>>(path: string, page: Page<Data>): Route {
  return { path, page: page };
}
