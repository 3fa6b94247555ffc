/** The first two are only asked for letters of their own script: `paperFonts` brings them. */
export const paperFamilies = '"Noto Sans Devanagari", "Noto Sans Arabic", "Inter", "Noto Sans", "Helvetica Neue", Arial, sans-serif'

/** How documents look on paper: black on white, in sizes that survive a bad printer. */
export const paperStyle = `
body { margin: 0; color: #111; font: 10.5pt/1.35 ${paperFamilies}; }
table { width: 100%; border-collapse: separate; border-spacing: 0; page-break-after: always; }
table:last-child { page-break-after: auto; }
tr { break-inside: avoid; }
th { text-align: start; font-weight: 600; }
.head { padding: 0 0 8pt; font-weight: 400; }
h1 { margin: 0; font-size: 17pt; line-height: 1.2; letter-spacing: -0.01em; }
p { margin: 2pt 0 0; }
.age { color: #444; font-size: 9pt; }
thead tr + tr th { padding: 3pt 6pt; border-bottom: 1.2pt solid #111; color: #333; font-size: 9pt; }
td { height: 15pt; padding: 3pt 6pt; border-bottom: 0.5pt solid #aaa; vertical-align: top; }
tbody tr:nth-child(even) td { background: #f4f4f4; }
.time { width: 1%; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.time { font-weight: 600; }
.number { width: 1%; text-align: end; font-variant-numeric: tabular-nums; }
.day { width: 14%; font-variant-numeric: tabular-nums; }
.text { width: 28%; overflow-wrap: anywhere; }
td.none { height: auto; padding: 12pt 6pt; border: 0; font-size: 12pt; }
[dir=rtl] :is(h1, p, td) { text-align: right; }
[dir=rtl] td.number { text-align: left; }
.together .title { margin-bottom: 10pt; }
.together table { page-break-after: auto; margin-bottom: 12pt; }
.together .head { padding: 6pt 0 4pt; }
.together .head h1 { font-size: 12.5pt; }
.name { width: 22%; overflow-wrap: anywhere; }
.together .text { width: auto; min-width: 8em; }
.together .lead:empty { display: none; }
.together td.none { padding: 2pt 0; font-size: inherit; color: #444; }
.large { font-size: 16pt; }
.large h1 { font-size: 24pt; }
.large.together .head h1 { font-size: 18pt; }
.large .age, .large thead tr + tr th { font-size: 13pt; }
.large td { height: 24pt; }
.large td.day { padding-inline: 2pt; font-size: 12.5pt; }
`
