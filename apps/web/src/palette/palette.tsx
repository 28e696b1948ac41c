import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { announce } from '../device/announce.js';
import { filled } from '../device/device-facts.js';
import type { DeviceFacts } from '../device/device-facts.js';
import { choicesFor } from './choices.js';
import type { Choice, Hit } from './choices.js';
import { openDialog } from './dialog.js';
import { openKeyList } from './key-list.js';

const PAUSE_MS = 180;
/** Nothing is said of waiting before this: most answers are quicker. */
const LOADING_AFTER_MS = 300;

/** Opens the palette: a combobox with a list of places, by the pattern of the ARIA Authoring Practices. */
export function openPalette(facts: DeviceFacts): void {
  const dialog = openDialog('palette', facts.words.palette);
  if (dialog) render(<Palette facts={facts} close={() => dialog.close()} />, dialog);
}

interface PaletteProps {
  readonly facts: DeviceFacts;
  readonly close: () => void;
}

function Palette({ facts, close }: PaletteProps) {
  const { words } = facts;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { hits, state } = useHits(facts, typed);
  const groups = useMemo(() => choicesFor(facts, typed, hits), [facts, typed, hits]);
  const flat = groups.flatMap(({ choices }) => choices);
  const field = useRef<HTMLInputElement>(null);
  const chosen = Math.min(at, flat.length - 1);
  // Before the next key: what is typed right after Ctrl-K belongs to the field.
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`choice-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, groups]);
  useEffect(() => {
    if (typed === '') return undefined;
    const told = setTimeout(
      () => announce(flat.length === 0 ? words.nothing : filled(words.count, String(flat.length))),
      700,
    );
    return () => clearTimeout(told);
  }, [flat.length, typed]);
  const go = (choice: Choice | undefined): void => {
    if (!choice) return;
    close();
    if (choice.href === undefined) openKeyList(facts);
    else location.assign(choice.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (chosen + 1) % Math.max(1, flat.length),
      ArrowUp: (chosen - 1 + flat.length) % Math.max(1, flat.length),
      PageDown: Math.min(flat.length - 1, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    };
    const next = moves[event.key];
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter') go(flat[chosen]);
    else return;
    event.preventDefault();
  };
  let index = -1;
  return (
    <>
      <label class="palette-label" for="palette-field">
        {words.palette}
      </label>
      <input
        ref={field}
        id="palette-field"
        type="text"
        role="combobox"
        aria-expanded={flat.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={flat.length > 0 ? `choice-${chosen}` : undefined}
        placeholder={words.paletteHint}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        class="palette-list"
        id="palette-list"
        role="listbox"
        aria-label={words.palette}
        aria-busy={state === 'loading'}
      >
        {groups.map(({ title, choices }) => (
          <div key={title} role="group" aria-label={title === '' ? words.palette : title}>
            {title !== '' && (
              <p class="palette-group" aria-hidden="true">
                {title}
              </p>
            )}
            {choices.map((choice) => {
              index += 1;
              const place = index;
              return (
                <div
                  key={choice.href ?? 'keys'}
                  id={`choice-${place}`}
                  class="palette-choice"
                  role="option"
                  aria-selected={place === chosen}
                  onClick={() => go(choice)}
                  onMouseMove={() => setAt(place)}
                >
                  {choice.note !== undefined && <span class="palette-note">{choice.note}</span>}
                  {choice.label}
                </div>
              );
            })}
          </div>
        ))}
        {flat.length === 0 && <p class="palette-group">{words.nothing}</p>}
      </div>
      <div class="palette-foot">
        <p class="note">{state === 'loading' ? words.loading : state === 'failed' ? words.failed : ''}</p>
        <button class="plain-button" type="button" onClick={close}>
          {words.close}
        </button>
      </div>
    </>
  );
}

interface Found {
  readonly hits: readonly Hit[];
  readonly state: 'quiet' | 'loading' | 'failed';
}

const NOTHING: Found = { hits: [], state: 'quiet' };

/** What the search finds for two letters or more; an answer that was overtaken is dropped. */
function useHits({ search }: DeviceFacts, typed: string): Found {
  const [found, setFound] = useState(NOTHING);
  const sought = typed.trim();
  useEffect(() => {
    if (!search || sought.length < 2) {
      setFound(NOTHING);
      return undefined;
    }
    const asked = new AbortController();
    const loading = setTimeout(
      () => setFound((before) => ({ ...before, state: 'loading' })),
      PAUSE_MS + LOADING_AFTER_MS,
    );
    const ask = setTimeout(() => {
      fetch(`${search.api}&limit=12&q=${encodeURIComponent(sought)}`, { signal: asked.signal })
        .then(async (answer) =>
          setFound(
            answer.ok
              ? { hits: ((await answer.json()) as { items: Hit[] }).items, state: 'quiet' }
              : { hits: [], state: 'failed' },
          ),
        )
        .catch(() => {
          if (!asked.signal.aborted) setFound({ hits: [], state: 'failed' });
        })
        .finally(() => clearTimeout(loading));
    }, PAUSE_MS);
    return () => {
      clearTimeout(ask);
      clearTimeout(loading);
      asked.abort();
    };
  }, [search, sought]);
  return found;
}
