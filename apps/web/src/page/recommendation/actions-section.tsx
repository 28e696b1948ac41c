import type { ActionList, EvidenceList, RecommendationDetail } from '#contracts';

import { Section } from '../../layout/section.js';
import { pageUrl, recommendationPath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { ActionTable } from '../action/action-table.js';
import { EvidenceTable } from '../action/evidence-table.js';

interface ActionsSectionProps {
  readonly detail: RecommendationDetail;
  readonly actions: ActionList;
  readonly evidence: EvidenceList;
  readonly wording: Wording;
}

/** The newest actions and public evidence; the rest, and the forms, stand on a page of their own. */
export function ActionsSection({ detail, actions, evidence, wording }: ActionsSectionProps) {
  const words = wording.say.action;
  const { iso3 } = detail.state;
  return (
    <Section
      title={words.section}
      aside={
        <a href={pageUrl(wording.language, `${recommendationPath(iso3, detail.id)}/actions`)} data-key="e">
          {words.more}
        </a>
      }
    >
      {actions.items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ActionTable items={actions.items} iso3={iso3} wording={wording} />
      )}
      {evidence.items.length > 0 && <EvidenceTable items={evidence.items} iso3={iso3} wording={wording} />}
    </Section>
  );
}
