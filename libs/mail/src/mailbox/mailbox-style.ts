/** The style of the mailbox's own pages, which stand without the dashboard's build. */
export const MAILBOX_STYLE = `
:root{--paper:#fff;--mist:#f2f5f6;--ink:#13202b;--ink-2:#43515c;--rule:#d0d8dc;--petrol:#0b4a5c;--lamp:#f5c83d;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#0d161c;--mist:#131f27;--ink:#eaf0f2;--ink-2:#b9c5cc;--rule:#2a3944;--petrol:#84cbe0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 17px/25px 'IBM Plex Sans',-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere}
nav,main{max-width:1010px;margin:0 auto;padding:0 20px}
nav{padding-top:16px}
main{padding-bottom:72px}
nav{display:flex;justify-content:space-between;gap:24px;font-size:15px}
h1{font:500 34px/40px 'Source Serif 4',Georgia,serif;letter-spacing:-.012em;margin:36px 0 8px;text-wrap:balance}
a{color:var(--petrol);text-underline-offset:3px}
nav a{display:inline-block}
nav a,summary{padding:8px 0}
a:focus-visible,summary:focus-visible,iframe:focus-visible{outline:3px solid var(--lamp);outline-offset:2px;box-shadow:0 0 0 6px var(--ink)}
.lede{color:var(--ink-2);margin:0 0 24px;max-width:720px}
table{width:100%;border-collapse:collapse;border-top:2px solid var(--ink);font-size:15.5px;line-height:22px;font-variant-numeric:tabular-nums lining-nums}
th{text-align:left;font-weight:600;font-size:13.5px;color:var(--ink-2);padding:11px 16px 11px 0;border-bottom:1px solid var(--rule)}
td{padding:12px 16px 12px 0;border-bottom:1px solid var(--rule);vertical-align:top}
td:last-child,th:last-child{white-space:nowrap;padding-right:0}
iframe{display:block;width:100%;height:75vh;border:1px solid var(--rule);background:#fff}
details{border-bottom:1px solid var(--rule)}
summary{cursor:pointer}
pre{white-space:pre-wrap;background:var(--mist);padding:16px;margin:0 0 16px;font:400 14px/20px 'IBM Plex Mono',ui-monospace,monospace}
.empty{border:1px dashed var(--ink-2);padding:24px;max-width:720px}
@media (max-width:640px){h1{font-size:29px;line-height:35px}thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}tr{display:block;padding:12px 0;border-bottom:1px solid var(--rule)}td{display:block;border:0;padding:2px 0}}
`;
