import type { RecommendationDetail, StatementList } from '#contracts';

import { Section } from '../../layout/section.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { authorName, titleOf } from './statement-body.js';
import { speaksPublicly } from './statement-rights.js';

interface ItemStatementsProps {
  readonly statements: StatementList;
  readonly detail: RecommendationDetail;
  readonly visit: Pick<Visit, 'viewer' | 'wording'>;
}

/** What the ombudsperson said in public about a recommendation; for the ombudsperson, the way to say more. */
export function ItemStatements({ statements, detail, visit: { viewer, wording } }: ItemStatementsProps) {
  const words = wording.say.statement;
  const { iso3 } = detail.state;
  const speaks = speaksPublicly(viewer, iso3);
  if (statements.items.length === 0 && !speaks) return null;
  const path = statePath(iso3, '/statements');
  return (
    <Section title={words.item.title}>
      {statements.items.length > 0 && (
        <ul class="statement-items">
          {statements.items.map((statement) => (
            <li key={statement.id}>
              <a
                href={pageUrl(wording.language, `${path}/${statement.id}`)}
                lang={titleOf(statement).language}
              >
                {titleOf(statement).title}
              </a>
              <span class="second">
                {words.page.by(authorName(statement, wording), wording.date(statement.datedOn))}
                {statement.withdrawnOn !== null && `, ${words.withdrawnMark}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="links">
        {statements.nextCursor !== null && (
          <a href={pageUrl(wording.language, path, { recommendation: detail.id })}>{words.item.all}</a>
        )}
        {speaks && (
          <a href={pageUrl(wording.language, statePath(iso3, '/statement-drafts/new'), { about: detail.id })}>
            {words.item.write}
          </a>
        )}
      </p>
    </Section>
  );
}
