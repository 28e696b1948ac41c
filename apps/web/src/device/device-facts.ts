import type { Sentences } from '../wording/wording.js';

export interface Place {
  readonly label: string;
  readonly href: string;
}

/** What a page tells the script in it. */
export interface DeviceFacts {
  readonly language: string;
  /** Whose the drafts on this device are; null: nobody has signed in. */
  readonly person: string | null;
  readonly words: Sentences['device'];
  readonly search: { readonly api: string; readonly page: string } | null;
  /** Address of the State's overview. */
  readonly state: string | null;
  readonly pages: readonly Place[];
  readonly actions: readonly Place[];
}

export function readFacts(): DeviceFacts | null {
  const text = document.getElementById('device')?.textContent;
  return text ? (JSON.parse(text) as DeviceFacts) : null;
}

/** Puts a value where a sentence has `{}`. */
export function filled(sentence: string, value: string): string {
  return sentence.replace('{}', () => value);
}
