import { plainLine, screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import type { AtomFeed } from '#reporting';
import { TOPIC_PLACES, tellChange, topicName, topicPage } from '#tracking';
import type { ChangesReading } from '#tracking';

const WORDS = { en: screensEn, es: screensEs } as const;

/** What was published lately, the newest first. An entry has the same id in every language: it is the same event. */
export function changesFeed(
  { state, topic, changes }: ChangesReading,
  language: Language,
  publicUrl: string,
): AtomFeed {
  const place = topic === null ? 'changes' : `${TOPIC_PLACES[topic.kind]}/${encodeURIComponent(topic.key)}`;
  const id = `${publicUrl}/feeds/${state.iso3}/${place}.atom`;
  const home = `${publicUrl}/${language}/states/${state.iso3}`;
  const { feed, layout } = WORDS[language];
  const about =
    topic === null ? state.name[language] : `${state.name[language]}, ${topicName(topic, language)}`;
  return {
    id,
    title: plainLine(feed.changes(about)),
    subtitle: state.demonstration ? layout.demonstrationShort : undefined,
    language,
    self: `${id}?lang=${language}`,
    alternate: { type: 'text/html', url: `${home}${topic === null ? '' : topicPage(topic)}` },
    entries: changes.map((change) => {
      const { key, title, ...entry } = tellChange(change, { language, home });
      return { ...entry, title: plainLine(title), id: `${id}#${key}`, updated: change.at };
    }),
  };
}
