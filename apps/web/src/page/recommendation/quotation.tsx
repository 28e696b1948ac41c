import type { ComponentChildren } from 'preact';

import type { RecommendationDetail } from '#contracts';

import { OfficialText } from '../../official-text/official-text.js';
import { splitAtVerb } from '../../official-text/verb.js';
import type { Wording } from '../../wording/wording.js';

interface QuotationProps {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

/** What the Committee saw, its opening words, and what it asks: word for word, with our notes in the margin. */
export function Quotation({ detail, wording }: QuotationProps) {
  const words = wording.say.recommendation;
  const { chapeau, concern } = detail;
  const own = detail.item === null ? String(detail.paragraph) : `(${detail.item})`;
  return (
    <div class="quotation">
      {concern && (
        <Passage
          number={String(concern.paragraph)}
          kind="context"
          title={words.concern}
          note={words.concernNote(concern.paragraph)}
        >
          <p>
            <OfficialText text={concern.text} language={concern.textLanguage} />
          </p>
          {concern.items.map((item) => (
            <p key={item.label}>
              <OfficialText text={`(${item.label}) ${item.text}`} language={concern.textLanguage} />
            </p>
          ))}
        </Passage>
      )}
      {chapeau && (
        <Passage
          number={String(detail.paragraph)}
          kind="context"
          title={words.opening}
          note={words.openingNote(
            splitAtVerb(chapeau.text, chapeau.verb, detail.textLanguage).verb || chapeau.verb,
          )}
        >
          <p>
            <OfficialText text={chapeau.text} verb={chapeau.verb} language={detail.textLanguage} />
          </p>
        </Passage>
      )}
      <Passage
        number={own}
        kind="asked"
        title={words.official}
        note={[
          words.officialNote,
          detail.role === 'chapeau' ? words.chapeauNote : '',
          otherLanguage(detail, wording),
        ]
          .filter((part) => part !== '')
          .join(' ')}
        more={<Sources detail={detail} wording={wording} />}
      >
        <blockquote>
          <OfficialText text={detail.text} verb={chapeau ? '' : detail.verb} language={detail.textLanguage} />
        </blockquote>
      </Passage>
      {detail.plain && (
        <Passage
          number=""
          kind="plain"
          title={wording.say.plainText.title}
          note={wording.say.plainText.note(wording.date(detail.plain.confirmedOn))}
        >
          <p class="written">{detail.plain.text}</p>
        </Passage>
      )}
    </div>
  );
}

interface PassageProps {
  readonly number: string;
  readonly kind: 'context' | 'asked' | 'plain';
  readonly title: string;
  readonly note: string;
  readonly more?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Passage({ number, kind, title, note, more, children }: PassageProps) {
  return (
    <div class={`passage passage-${kind}`}>
      <div class="passage-number">{number}</div>
      <div class="passage-text">{children}</div>
      <div class="passage-note">
        <h2>{title}</h2>
        <p>{note}</p>
        {more}
      </div>
    </div>
  );
}

/** Where the text stands, and what it refers to. */
function Sources({ detail, wording }: QuotationProps) {
  const words = wording.say.recommendation;
  const { documentView: document } = detail;
  const symbol =
    document.symbol ?? (document.inferredSymbol === null ? '' : words.inferred(document.inferredSymbol));
  const refersTo = [
    ...detail.references.map(({ printedAs }) => printedAs),
    ...detail.articles.map(({ article, instrument }) => words.article(article, instrument)),
  ];
  return (
    <>
      <p>{symbol === '' ? document.shortTitle : words.source(document.shortTitle, symbol)}</p>
      {refersTo.length > 0 && <p>{`${words.references} ${refersTo.join('; ')}.`}</p>}
    </>
  );
}

/** Said where the official text is shown in another language than the page. */
export function otherLanguage(
  { textLanguage }: Pick<RecommendationDetail, 'textLanguage'>,
  { language, say }: Wording,
): string {
  if (textLanguage === language) return '';
  const names = say.recommendation.languageNames;
  return say.recommendation.otherLanguage(names[textLanguage] ?? textLanguage, names[language] ?? language);
}
