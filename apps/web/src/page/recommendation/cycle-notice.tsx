import type { RecommendationDetail } from '#contracts';

import { continuedWords } from '../../cycle/cycle-words.js';
import { Section } from '../../layout/section.js';
import { documentPath, pageUrl, recommendationPath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface PartProps {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

/** That a later review exists, where one does: nobody shall take an old cycle for the newest word. */
export function CycleNotice({ detail, wording }: PartProps) {
  const words = wording.say.cycle;
  const { continuedBy } = detail.documentView;
  const later = continuedWords(detail.documentView, wording);
  if (later === null || continuedBy === null) return null;
  return (
    <div class="cycle-notice">
      <p>
        {`${later} ${detail.status === 'implemented' ? words.staysClosed : words.staysOpen} `}
        <a href={pageUrl(wording.language, documentPath(detail.state.iso3, continuedBy.slug))}>
          {continuedBy.hasText ? words.seeLater : `${words.seeLater} (${words.noText.toLowerCase()})`}
        </a>
      </p>
    </div>
  );
}

/** What became of it from cycle to cycle, as far as a person has confirmed it. */
export function CycleChain({ detail, wording }: PartProps) {
  const words = wording.say.cycle;
  if (detail.chain.length === 0) return null;
  return (
    <Section title={words.chain} aside={words.chainWhat}>
      <ul class="siblings">
        {detail.chain.map(({ step, kind, document, item }) => (
          <li key={`${step} ${kind} ${document.slug} ${item?.id ?? ''}`}>
            <span class="code">{step < 0 ? words.chainEarlier : words.chainLater}</span>
            <span>
              {item ? (
                <a href={pageUrl(wording.language, recommendationPath(detail.state.iso3, item.id))}>
                  {`${wording.code(item.code)} ${item.title === item.code ? '' : item.title}`.trim()}
                </a>
              ) : (
                words.noItem
              )}
              <span class="second">
                <a href={pageUrl(wording.language, documentPath(detail.state.iso3, document.slug))}>
                  {document.shortTitle}
                </a>
              </span>
            </span>
            <span>{words.kinds[kind]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
