import { announce } from './announce.js';
import { isReachable } from './connection.js';
import { filled } from './device-facts.js';
import { timeOf } from './time-of.js';
import type { DeviceFacts } from './device-facts.js';
import {
  LINK_OWNER,
  draftKey,
  dropDrafts,
  dropOldDrafts,
  dropSaved,
  isSaved,
  linkMark,
  partKey,
  readDraft,
  writeDraft,
} from './draft-store.js';
import type { Draft } from './draft-store.js';
import { registerWorker } from './register-worker.js';
import { forgetSent, noteSent, readSent } from './sent-form.js';

const PAUSE_MS = 400;

interface Kept {
  readonly form: HTMLFormElement;
  readonly room: HTMLElement;
  readonly key: string;
  readonly facts: DeviceFacts;
  /** What was kept before waits for a decision: nothing is written over it. */
  undecided: boolean;
}

/** Nothing is kept any more of whoever leaves. */
let leaves = false;

/**
 * Keeps what is typed into each form that carries `data-keep`, until it is saved or dropped: for the person who is signed in, or,
 * behind the link of a mail (`data-keep="link"`), for whoever has the link. Several on one page are told apart by `data-keep-as`.
 */
export function keepForms(facts: DeviceFacts): void {
  const { person } = facts;
  document.querySelectorAll<HTMLFormElement>('form[action="/sign-out"]').forEach((form) =>
    form.addEventListener('submit', () => {
      leaves = true;
      dropDrafts(localStorage, null, Date.now());
    }),
  );
  if (person === null) dropOldDrafts(localStorage, Date.now());
  else dropDrafts(localStorage, person, Date.now());
  forgetSaved();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    const room = form.querySelector<HTMLElement>('[data-kept]');
    const page =
      form.dataset['keep'] === 'link'
        ? draftKey(LINK_OWNER, linkMark(pathHere()))
        : person !== null && draftKey(person, pathHere());
    if (!room || page === false) continue;
    registerWorker();
    wake({ form, room, facts, key: partKey(page, form.dataset['keepAs']), undecided: false });
  }
}

/** Without the language: what was begun in one is found in the other. */
function pathHere(): string {
  return location.pathname.replace(/^\/[a-z]{2}(?=\/)/, '');
}

function forgetSaved(): void {
  const sent = readSent();
  if (!sent) return;
  forgetSent();
  if (isSaved(sent.path, { path: pathHere(), query: new URLSearchParams(location.search) }))
    dropSaved(localStorage, sent.key);
}

function wake(kept: Kept): void {
  const { form, key, facts } = kept;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  let sending = false;
  const keep = (): void => {
    clearTimeout(pause);
    if (!waits || leaves || kept.undecided) return;
    waits = false;
    const at = Date.now();
    const draft = { at, title: document.title, version: versionOf(form), fields: fieldsOf(form) };
    if (writeDraft(localStorage, key, draft)) say(kept, filled(facts.words.kept, timeOf(at, facts.language)));
  };
  form.addEventListener('input', () => {
    waits = true;
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE_MS);
  });
  window.addEventListener('pagehide', keep);
  window.addEventListener('pageshow', () => {
    sending = false;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A second press while the first is under way sends nothing twice.
    if (sending) return;
    sending = true;
    waits = true;
    kept.undecided = false;
    keep();
    void send(kept, event.submitter as HTMLButtonElement | null).then((left) => {
      sending = left;
    });
  });
  offer(kept);
}

/** True where the page is being left for the server's answer. */
async function send(kept: Kept, button: HTMLButtonElement | null): Promise<boolean> {
  const { form, key, facts } = kept;
  const { words } = facts;
  say(kept, words.sending);
  if (!(await isReachable())) {
    const sentence = readDraft(localStorage, key) ? words.notSent : words.notSentNotKept;
    say(kept, sentence, [[words.tryAgain, () => form.requestSubmit(button)]]);
    kept.room.dataset['kept'] = 'failed';
    announce(sentence);
    kept.room.querySelector('button')?.focus();
    return false;
  }
  noteSent({ key, path: pathHere(), page: location.pathname });
  const pressed = document.createElement('input');
  pressed.type = 'hidden';
  pressed.name = button?.name ?? '';
  pressed.value = button?.value ?? '';
  if (pressed.name !== '') form.append(pressed);
  form.submit();
  pressed.remove();
  return true;
}

/** What was typed and not saved is offered, never put over what stands in the form. */
function offer(kept: Kept): void {
  const { form, key, facts } = kept;
  const { words } = facts;
  const draft = readDraft(localStorage, key);
  if (!draft || JSON.stringify(draft.fields) === JSON.stringify(fieldsOf(form))) return;
  const older = draft.version !== versionOf(form);
  kept.undecided = true;
  // What is offered must be seen.
  form.closest('details')?.setAttribute('open', '');
  const sentence = filled(older ? words.foundOlder : words.found, timeOf(draft.at, facts.language));
  say(kept, sentence, [
    [
      words.restore,
      () => {
        kept.undecided = false;
        putBack(form, draft);
        say(kept, words.restored);
        announce(words.restored);
        form.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
      },
    ],
    [
      words.drop,
      () => {
        kept.undecided = false;
        localStorage.removeItem(key);
        say(kept, words.dropped);
        announce(words.dropped);
        form.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
      },
    ],
  ]);
  kept.room.dataset['kept'] = 'found';
  announce(sentence);
}

function say(
  { room }: Kept,
  sentence: string,
  acts: readonly (readonly [label: string, act: () => void])[] = [],
): void {
  const told = document.createElement('p');
  told.textContent = sentence;
  const buttons = acts.map(([label, act]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    return button;
  });
  room.dataset['kept'] = '';
  room.replaceChildren(told, ...buttons);
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a person fills in; never a file, never what the page put there itself. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input, select, textarea')].filter(
    ({ type, name }) => name !== '' && !['hidden', 'file', 'password', 'submit'].includes(type),
  );
}

function isTicked(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

function fieldsOf(form: HTMLFormElement): Draft['fields'] {
  return controlsOf(form)
    .filter((control) => !isTicked(control) || control.checked)
    .map(({ name, value }) => [name, value] as const);
}

function putBack(form: HTMLFormElement, { fields }: Draft): void {
  for (const control of controlsOf(form)) {
    const mine = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTicked(control)) control.checked = mine.includes(control.value);
    else if (mine[0] !== undefined) control.value = mine[0];
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function versionOf(form: HTMLFormElement): string | null {
  return form.querySelector<HTMLInputElement>('input[type=hidden][name=version]')?.value ?? null;
}
