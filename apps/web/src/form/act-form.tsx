import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

import type { Visit } from '../router/page.js';
import { KeptRoom } from './kept-room.js';

const TypedContext = createContext<URLSearchParams>(new URLSearchParams());

/** What stands in a field: what came back with a problem goes before what the page suggests. */
export function useTyped(name: string, suggested: string | undefined): string | undefined {
  return useContext(TypedContext).get(name) ?? suggested;
}

interface ActFormProps {
  readonly visit: Pick<Visit, 'wording' | 'typedInto'>;
  readonly action: string;
  readonly button: string;
  /** False for the one of many buttons on a page. */
  readonly main?: boolean;
  /** Names what it is about where a page has many with the same words. */
  readonly label?: string | undefined;
  /** The browser keeps what is typed: for whoever is signed in, or for whoever has the link; by a name of its own where the page has several. */
  readonly keep?: { readonly by: 'person' | 'link'; readonly as?: string } | undefined;
  readonly children: ComponentChildren;
}

/** A form that changes something. Its fields hold again what was typed when it comes back with a problem. */
export function ActForm({ visit, action, button, label, keep, main = true, children }: ActFormProps) {
  return (
    <TypedContext.Provider value={visit.typedInto(action)}>
      <form class="act" method="post" action={action} data-keep={keep?.by} data-keep-as={keep?.as}>
        <input type="hidden" name="lang" value={visit.wording.language} />
        {children}
        <button class={main ? 'button button-main' : 'button'} type="submit" aria-label={label}>
          {button}
        </button>
        {keep && <KeptRoom />}
      </form>
    </TypedContext.Provider>
  );
}

interface FoldedFormProps extends ActFormProps {
  readonly summary: string;
  readonly open?: boolean;
}

/** One that waits behind its name, and stands open where it came back. */
export function FoldedForm({ summary, label, open = false, ...form }: FoldedFormProps) {
  const cameBack = [...form.visit.typedInto(form.action).keys()].length > 0;
  return (
    <details class="change" open={open || cameBack}>
      <summary aria-label={label}>{summary}</summary>
      <ActForm {...form} />
    </details>
  );
}
