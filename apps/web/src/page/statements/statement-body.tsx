import type { StatementDraftView, StatementView } from '#contracts';

import { Section } from '../../layout/section.js';
import { pageUrl, recommendationPath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { paragraphsOf } from './paragraphs.js';

type Version = StatementView | StatementDraftView;

interface VersionProps {
  readonly version: Version;
  readonly iso3: string;
  readonly wording: Wording;
}

export function authorName({ institution }: Version, wording: Wording): string {
  return institution?.name ?? wording.say.statement.author;
}

/** The title of a version in the language of the reader, or in that in which it is. */
export function titleOf({ texts }: Version): { readonly title: string; readonly language: string } {
  return texts[0] ?? { title: '', language: 'en' };
}

/** A version as everybody reads it: whose it is, its words, and what it speaks of. */
export function StatementBody({ version, iso3, wording }: VersionProps) {
  return (
    <>
      <StatementHead version={version} iso3={iso3} wording={wording} />
      <StatementWords version={version} iso3={iso3} wording={wording} />
      <SpeaksOf version={version} iso3={iso3} wording={wording} />
    </>
  );
}

export function StatementHead({ version, wording }: VersionProps) {
  const words = wording.say.statement;
  const { title, language } = titleOf(version);
  return (
    <>
      <p class="overline">{words.page.by(authorName(version, wording), wording.date(version.datedOn))}</p>
      <h1 lang={language}>{title}</h1>
    </>
  );
}

/** Every word is a text node: what somebody wrote never becomes markup. */
export function StatementWords({ version, wording }: VersionProps) {
  const words = wording.say.statement.page;
  const [shown] = version.texts;
  if (!shown || shown.text === null) return null;
  const name = (code: string): string => words.languages[code] ?? code;
  return (
    <div class="statement">
      {version.correction !== null && (
        <div class="statement-correction">
          <p>
            <b>{words.correction}</b>
          </p>
          <p class="written" lang={version.writtenIn}>
            {version.correction}
          </p>
        </div>
      )}
      {shown.language !== wording.language ? (
        <p class="note">{words.otherLanguage(name(wording.language), name(shown.language))}</p>
      ) : (
        version.writtenIn !== shown.language && (
          <p class="note">{words.translated(name(version.writtenIn))}</p>
        )
      )}
      <Paragraphs text={shown.text} language={shown.language} />
    </div>
  );
}

export function Paragraphs({ text, language }: { readonly text: string; readonly language: string }) {
  return (
    <div class="statement-text" lang={language}>
      {paragraphsOf(text).map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}

export function SpeaksOf({ version, iso3, wording }: VersionProps) {
  const words = wording.say.statement.page;
  const { recommendations } = version;
  return (
    <Section title={words.about}>
      {recommendations.length === 0 ? (
        <p>{words.wholeState}</p>
      ) : (
        <ul class="statement-items">
          {recommendations.map(({ id, code, title }) => (
            <li key={id}>
              <span class="code">{wording.code(code)}</span>
              <a href={pageUrl(wording.language, recommendationPath(iso3, id))}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
