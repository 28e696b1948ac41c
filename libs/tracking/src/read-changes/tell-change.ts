import { formatDate, plainLine, screensEn, screensEs, statusWord } from '#messages';
import type { Language } from '#messages';
import type { NamedTopic, PublicChange } from '#persistence';

const WORDS = { en: screensEn, es: screensEs } as const;

/** Where a topic has its feed, after the feeds of its State, and its page, after the pages of it. */
export const TOPIC_PLACES: Readonly<Record<NamedTopic['kind'], string>> = {
  theme: 'themes',
  institution: 'institutions',
  recommendation: 'recommendations',
};

export interface ChangeTeller {
  readonly language: Language;
  /** Of the State's pages in that language. */
  readonly home: string;
}

/** A change in words. */
export interface ToldChange {
  /** Stable name of the event. */
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
}

export function topicName(topic: NamedTopic, language: Language): string {
  return topic.kind === 'recommendation'
    ? named(topic.code, topic.titles, language)
    : plainLine(topic.name[language]);
}

/** The page of a topic, after that of the State. */
export function topicPage(topic: NamedTopic): string {
  const key = encodeURIComponent(topic.key);
  return topic.kind === 'theme' ? `/recommendations?theme=${key}` : `/${TOPIC_PLACES[topic.kind]}/${key}`;
}

/** What was published, in the words of a language. */
export function tellChange(change: PublicChange, { language, home }: ChangeTeller): ToldChange {
  const { feed: words, cycle, assessment } = WORDS[language];
  const documentUrl = (slug: string): string => `${home}/documents/${encodeURIComponent(slug)}`;
  switch (change.kind) {
    case 'document': {
      const { slug, title } = change.document;
      return {
        key: `document-${slug}`,
        title: words.document(title[language]),
        url: documentUrl(slug),
        text: words.documentWhat,
      };
    }
    case 'status': {
      const { document, status, on, count, items } = change;
      return {
        key: `status-${document.slug}-${on}-${status}`,
        title: words.statuses(statusWord(language, status), count, document.title[language]),
        url: `${home}/recommendations?status=${encodeURIComponent(status)}`,
        text: [
          ...items.map(({ code, titles }) => named(code, titles, language)),
          ...moreThan(items.length, count, language),
        ].join('\n'),
      };
    }
    case 'figures': {
      const { indicators, count, source, on, from, to, cells } = change;
      const [first] = indicators;
      const only = count === 1 ? first : undefined;
      return {
        key: `figures-${source.code}-${on}`,
        title: words.figures(
          only === undefined ? words.indicators(count) : only.name[language],
          source.name[language],
        ),
        url: `${home}/indicators${only === undefined ? '' : `/${encodeURIComponent(only.code)}`}`,
        text: [
          words.figuresWhat(cells, formatDate(language, from), formatDate(language, to)),
          ...(only === undefined ? indicators.map(({ name }) => plainLine(name[language])) : []),
          ...moreThan(indicators.length, count, language),
        ].join('\n'),
      };
    }
    case 'assessment': {
      const { id, item, assessor, grade, symbol, withdrawn } = change;
      const who = assessment.assessors[assessor] ?? assessor;
      return {
        key: `assessment-${id}`,
        title: withdrawn
          ? words.withdrawn(who, item.code)
          : words.assessed(who, item.code, `${grade.code}, ${grade.name[language]}`),
        url: `${home}/recommendations/${encodeURIComponent(item.publicId)}`,
        text: [named(item.code, item.titles, language), ...(symbol === null ? [] : [symbol])].join('\n'),
      };
    }
    case 'statement': {
      const { id, number, otherTitle, correction, withdrawnReason } = change;
      const title = change.language === language ? change.title : (otherTitle ?? change.title);
      const withdrawn = withdrawnReason !== null;
      return {
        key: withdrawn ? `statement-${id}-withdrawn` : `statement-${id}-${number}`,
        title: withdrawn
          ? words.statementWithdrawn(title)
          : number > 1
            ? words.statementCorrected(title)
            : words.stated(title),
        url: `${home}/statements/${id}`,
        text: withdrawnReason ?? correction ?? '',
      };
    }
    case 'deadline': {
      const { deadlineId, version, purpose, document } = change;
      const what = cycle.purposes[purpose] ?? purpose;
      return {
        key: `deadline-${deadlineId}-${version}`,
        title: words.moved(what, document.title[language]),
        url: documentUrl(document.slug),
        text: words.movedWhat(dateIn(change.now, language), dateIn(change.before, language)),
      };
    }
  }
}

function moreThan(named: number, count: number, language: Language): string[] {
  return count > named ? [WORDS[language].feed.more(count - named)] : [];
}

function named(code: string, titles: Readonly<Record<string, string>>, language: Language): string {
  const title = titles[language] ?? titles['en'];
  return plainLine(title === undefined ? code : `${code}: ${title}`);
}

/** An estimate is a year, and never a day. */
function dateIn(
  { certainty, dueOn, dueYear }: Extract<PublicChange, { kind: 'deadline' }>['now'],
  language: Language,
): string {
  const { due } = WORDS[language];
  if (certainty === 'confirmed' && dueOn !== null) return formatDate(language, dueOn);
  return dueYear === null ? due.notSet : due.about(dueYear);
}
