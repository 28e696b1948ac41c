import { Section } from '../../layout/section.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

/** The own saved views, as links; nothing for whoever has none to save. */
export function ViewSection({ visit }: { readonly visit: Visit }) {
  const { views, wording, state } = visit;
  if (views === null || state === null) return null;
  const words = wording.say.savedView;
  return (
    <Section
      title={words.documentTitle}
      id="views"
      aside={<a href={pageUrl(wording.language, statePath(state.iso3, '/views'))}>{words.all}</a>}
    >
      {views.length === 0 ? (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      ) : (
        <ul class="view-list">
          {views.map(({ id, name, address }) => (
            <li key={id}>
              <a href={pageUrl(wording.language, address)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
