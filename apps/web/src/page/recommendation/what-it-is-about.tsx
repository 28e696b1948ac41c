import type { RecommendationDetail } from '#contracts';

import type { Wording } from '../../wording/wording.js';

interface WhatItIsAboutProps {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

/** What people confirmed; nothing that only a rule suggests. */
export function WhatItIsAbout({ detail, wording }: WhatItIsAboutProps) {
  const words = wording.say.classification.public;
  const { themes, affectedGroups, sdgTargets, indicatorClasses, indicatorTracks } = detail.classifications;
  const lines = [
    { name: words.themes, values: themes.map(({ name }) => name) },
    { name: words.affectedGroups, values: affectedGroups.map(({ name }) => name) },
    { name: words.sdgTargets, values: sdgTargets.map(({ code, name }) => `${code} ${name}`) },
    { name: words.indicators, values: [...indicatorClasses, ...indicatorTracks].map(({ name }) => name) },
  ].filter(({ values }) => values.length > 0);
  return (
    <dl class="facts">
      {lines.map(({ name, values }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{values.join(' · ')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The theme alone stands at the head of the page already. */
export function isConfirmedBeyondTheme({ classifications }: RecommendationDetail): boolean {
  const { themes, ...others } = classifications;
  return themes.length > 1 || Object.values(others).some((values) => values.length > 0);
}
