import type { RecommendationDetail } from '#contracts';

import { Section } from '../../layout/section.js';
import type { Wording } from '../../wording/wording.js';

/** What a person confirmed the Universal Human Rights Index to have about it, in the words of the Index. */
export function AlsoInUhri({
  detail: { uhri },
  wording,
}: {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}) {
  if (uhri.length === 0) return null;
  const { public: words, kinds, place } = wording.say.uhri;
  return (
    <Section title={words.title} aside={words.aside}>
      {uhri.map((one) => (
        <div key={one.annotationId}>
          <blockquote lang={one.textLanguage}>
            <p>{one.text}</p>
          </blockquote>
          <p class="note">
            {[
              kinds[one.kind] ?? one.kind,
              place(one.symbol, one.paragraph),
              words.number(one.annotationId),
            ].join(' · ')}{' '}
            · <a href={one.index}>{words.link}</a>
          </p>
        </div>
      ))}
    </Section>
  );
}
