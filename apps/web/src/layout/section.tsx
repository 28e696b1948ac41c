import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly title: string;
  readonly id?: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A 2 px ink rule opens it, then its title. */
export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {aside !== undefined && <p class="section-aside">{aside}</p>}
      </div>
      {children}
    </section>
  );
}
