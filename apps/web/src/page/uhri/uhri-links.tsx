import type { UhriAnnotationList } from '#contracts';

import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

type Item = UhriAnnotationList['items'][number];

interface LinksProps {
  readonly item: Item;
  readonly iso3: string;
  readonly visit: Pick<Visit, 'wording' | 'address'>;
}

/** Each recommendation that an annotation may be about, with what a person said of it and the two answers. */
export function UhriLinks({ item, iso3, visit }: LinksProps) {
  const { wording } = visit;
  const words = wording.say.uhri.annotations;
  const joined = [
    ...new Set([
      ...(item.link?.recommendations ?? []),
      ...item.decisions.map(({ recommendation }) => recommendation),
    ]),
  ];
  return (
    <ul class="plain-list">
      {joined.map((recommendation) => {
        const decision = item.decisions.find((one) => one.recommendation === recommendation);
        return (
          <li key={recommendation}>
            <a href={pageUrl(wording.language, recommendationPath(iso3, recommendation))}>{recommendation}</a>{' '}
            <span class="quiet">
              {decision === undefined
                ? words.waits
                : words.by(
                    words.verdicts[decision.verdict] ?? decision.verdict,
                    decision.decidedBy,
                    wording.date(decision.decidedOn),
                  )}
            </span>
            <Decide
              item={item}
              iso3={iso3}
              visit={visit}
              recommendation={recommendation}
              verdict={decision?.verdict ?? null}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Both answers while nothing was said, afterwards the other one. */
function Decide({
  item,
  iso3,
  visit: { wording, address },
  recommendation,
  verdict,
}: LinksProps & { readonly recommendation: string; readonly verdict: 'confirmed' | 'refused' | null }) {
  const words = wording.say.uhri.annotations;
  const answers = [
    { answer: 'confirmed', label: words.confirm },
    { answer: 'refused', label: words.refuse },
  ] as const;
  return (
    <form method="post" action={statePath(iso3, `/uhri-annotations/${item.annotationId}/links`)}>
      <input type="hidden" name="lang" value={wording.language} />
      <input type="hidden" name="recommendations" value={recommendation} />
      {(['q', 'cursor'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={address.query.get(name) ?? ''} />
      ))}
      {answers
        .filter(({ answer }) => answer !== verdict)
        .map(({ answer, label }) => (
          <button
            key={answer}
            class="button button-small"
            type="submit"
            name="verdict"
            value={answer}
            aria-label={words.named(label, recommendation)}
          >
            {label}
          </button>
        ))}
    </form>
  );
}
