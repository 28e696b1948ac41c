import type { HistoryEntryView } from '#contracts';
import { screensEn, screensEs, subjectWords, valueWords } from '#messages';
import type { Language } from '#messages';
import type { HistoryEntry, State } from '#tracking';

import { inertCsv } from './csv.js';
import { entryView } from './history-presenter.js';

const WORDS = { en: screensEn.history, es: screensEs.history };

/** A history as CSV, page by page: in the words of the page, with the codes beside them. The first line says what is in it. */
export async function* historyAsCsv(
  pages: AsyncIterable<readonly HistoryEntry[]>,
  state: State,
  language: Language,
): AsyncGenerator<string> {
  const columns = Object.entries(WORDS[language].columns).map(([key, header]) => ({ key, header }));
  let header = true;
  for await (const entries of pages) {
    const rows = entries.map((entry) => rowOf(entryView(entry, state, language), language));
    yield inertCsv(rows, { columns, header });
    header = false;
  }
}

function rowOf(entry: HistoryEntryView, language: Language): Record<string, unknown> {
  const words = WORDS[language];
  const { position, at, on, time, who, action, subject, recommendation, reason, hash } = entry;
  return {
    position,
    at,
    on,
    time,
    person: who.person,
    name: who.name,
    actor: words.actors[who.actor] ?? who.actor,
    action: words.actions[action] ?? action,
    actionCode: action,
    subject: subjectWords(language, subject),
    subjectCode: `${subject.kind}:${subject.id}`,
    recommendation: recommendation?.code ?? null,
    changes: entry.changes.map((change) => changeWords(change, language)).join('\n'),
    reason,
    hash,
  };
}

function changeWords(
  { field, before, after }: HistoryEntryView['changes'][number],
  language: Language,
): string {
  const words = WORDS[language];
  const is = valueWords(language, field, after).join(' ');
  const name = words.fields[field] ?? field;
  if (before === null) return `${name}: ${is}`;
  return `${name}: ${valueWords(language, field, before).join(' ')} ${words.became} ${is}`;
}
