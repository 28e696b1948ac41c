import { Section } from '../../layout/section.js';
import type { Page } from '../../router/page.js';

export const accessibilityPage: Page<Record<never, never>> = {
  load: () => ({}),
  show: (_data, { wording }) => {
    const words = wording.say.accessibility;
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <Section title={words.doesTitle}>
            <Sentences sentences={words.does} />
          </Section>
          <Section title={words.shortTitle}>
            <Sentences sentences={words.short} />
          </Section>
        </>
      ),
    };
  },
};

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
