import type { ComponentChildren } from 'preact';

interface IslandProps {
  /** Key in the table of `entry-client.tsx`. */
  readonly name: string;
  readonly props: object;
  readonly children: ComponentChildren;
}

/** A part of the page that wakes up in the browser. Everything else stays plain HTML. */
export function Island({ name, props, children }: IslandProps) {
  return (
    <>
      <div class="island" data-island={name}>
        {children}
      </div>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: inScript(props) }} />
    </>
  );
}

/** JSON that no text in it can end early: `<` is written as an escape. */
export function inScript(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
