/** Colours by role, light and dark. The palette is Okabe and Ito's (2008), told apart by people who do not see red or green. */
const LIGHT = `--ground:#fff;--raised:#f6f7f9;--ink:#1a1d21;--soft:#565e69;--rule:#d9dde3;--link:#0b57a4;--accent:#0b57a4;
--warn-ground:#fff6e0;--warn-rule:#b26a00;--sim-ground:#eef1f6;--sim-rule:#4a5f86;--mark-ground:#fff1c2;--mark-rule:#a36a00;
--point:#0b57a4;--quiet:#8a929d;--track:#e8ebef;--hatch:#1a1d21;
--c1:#cfd6df;--c2:#b3400f;--c3:#e69f00;--c4:#d55e00;--c5:#8c4b78;--c6:#56b4e9;--c7:#009e73;--c8:#f0e442;--c9:#c9b38a;--c10:#fff;--c11:#9aa1ab;--c12:#3a3f46;
--h0:#f1f4f8;--h1:#c9dcef;--h2:#8db8dd;--h3:#3f83bf;--h4:#0b4a86;`;
const DARK = `--ground:#14171b;--raised:#1d2127;--ink:#e8eaed;--soft:#a8b0ba;--rule:#363c45;--link:#8ab8ee;--accent:#8ab8ee;
--warn-ground:#2e2614;--warn-rule:#e0a030;--sim-ground:#1e2634;--sim-rule:#8fa6d0;--mark-ground:#3a3011;--mark-rule:#e0b040;
--point:#8ab8ee;--quiet:#7d8590;--track:#2a2f37;--hatch:#e8eaed;
--c1:#4b535e;--c2:#e2703a;--c3:#e6a91f;--c4:#e8813c;--c5:#c48ab2;--c6:#6fbdec;--c7:#2fb58c;--c8:#f0e66a;--c9:#b8a57f;--c10:#20242a;--c11:#7d8590;--c12:#c6ccd4;
--h0:#20262e;--h1:#1f3a55;--h2:#2a5a8a;--h3:#5b9bd5;--h4:#b5d6f5;`;

const TEXT = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
main,header.top,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}nav.contents{margin:1.5rem 0 0}
header.top{padding-top:2.25rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .35rem;letter-spacing:-.01em;text-wrap:balance}
.subtitle{color:var(--soft);margin:0 0 1.25rem}
h2{font-size:1.4rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:.9rem;border-top:1px solid var(--rule);text-wrap:balance}
h3{font-size:1.12rem;line-height:1.3;margin:2rem 0 .5rem}
h4{font-size:1.02rem;margin:1.6rem 0 .4rem}h5{font-size:.95rem;margin:1.5rem 0 .4rem}
p,ul,dl.labelled{max-width:44rem;margin:.6rem 0}
li{margin:.25rem 0}
a{color:var(--link)}
code{font:.88em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--raised);padding:.08em .3em;border-radius:3px;overflow-wrap:anywhere}
dl.labelled{display:grid;grid-template-columns:minmax(9rem,11rem) 1fr;gap:.55rem 1.25rem}
dl.labelled dt{font-weight:650}dl.labelled dd{margin:0}dl.labelled dd ul{margin:0;padding-left:1.1rem}dl.labelled dd li:first-child{margin-top:0}
.callout{max-width:44rem;margin:.9rem 0;padding:.6rem .9rem;border-left:4px solid var(--rule);background:var(--raised)}
.callout.warning{border-color:var(--warn-rule);background:var(--warn-ground)}
.callout.simulated,.banner{border-color:var(--sim-rule);background:var(--sim-ground)}
.banner{margin:0;padding:.7rem 1.25rem;border-bottom:2px solid var(--sim-rule);text-align:center;font-weight:600}
nav.contents ol{list-style:none;margin:0;padding:.75rem 1rem;background:var(--raised);border-radius:6px;columns:2 15rem;column-gap:2rem}
nav.contents li{margin:.15rem 0;break-inside:avoid}
nav.contents ol ol{columns:auto;background:none;padding:0 0 0 1rem;font-size:.93em}
footer{color:var(--soft);font-size:.9rem;padding-top:2rem;padding-bottom:3rem}`;

const TABLES = `.scroll{overflow-x:auto;margin:.75rem 0;-webkit-overflow-scrolling:touch}
table{border-collapse:collapse;font-size:.9rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;font-weight:650;padding:.2rem 0 .4rem;color:var(--ink);caption-side:top}
th,td{padding:.3rem .7rem .3rem 0;border-bottom:1px solid var(--rule);vertical-align:top;text-align:left}
thead th{font-weight:600;color:var(--soft);border-bottom:2px solid var(--rule);vertical-align:bottom;max-width:9.5rem;overflow-wrap:normal}thead th.number{white-space:normal}
td.number,th.number{text-align:right;white-space:nowrap}
td:first-child,tbody th{min-width:9rem}td:not(.number){min-width:5.5rem}
tbody th{font-weight:400}
.notes{color:var(--soft);font-size:.88rem;max-width:44rem;margin:.3rem 0}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--link);padding:.15rem 0}
summary:hover{text-decoration:underline}
details>.inside{padding:.1rem 0 .4rem}`;

const FIGURES = `figure{margin:1.1rem 0 1.4rem}
figcaption{margin-bottom:.5rem;max-width:44rem}
figcaption strong{display:block}
figcaption span{color:var(--soft);font-size:.92rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.85rem;color:var(--soft);margin:.4rem 0;padding:0;list-style:none;max-width:none}
.legend li{display:flex;align-items:center;gap:.4rem;margin:0}
svg.figure{display:block;height:auto}
svg.figure text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums}
svg.narrow{display:none}svg.narrow text{paint-order:stroke;stroke:var(--ground);stroke-width:3px}
svg .axis{fill:var(--soft)}svg text.group{font-weight:650;font-size:13px;paint-order:stroke;stroke:var(--ground);stroke-width:4px}
svg .grid{stroke:var(--rule);stroke-width:1}svg .zero{stroke:var(--ink);stroke-width:1.2}
svg text.none{fill:var(--soft);font-style:italic}
.interval{stroke:var(--point);stroke-width:2.2}.point{fill:var(--point);stroke:var(--point);stroke-width:1.5}
.bounds{stroke:var(--soft);stroke-width:1}
.not-shown .point{fill:var(--ground)}
.not-interpretable .interval,.not-interpretable .point,.not-interpretable .bounds{stroke:var(--quiet);stroke-dasharray:3 2}
.not-interpretable .point{fill:var(--ground)}.not-interpretable text,.not-estimable text{fill:var(--soft)}
.bar{stroke:var(--ground);stroke-width:1}.letter{paint-order:stroke;stroke:var(--ground);stroke-width:3px;font-weight:650}
.track{fill:var(--track)}.count{fill:var(--point)}
.link{stroke:var(--soft);stroke-width:1.2;stroke-dasharray:2 3}
.dot{stroke:var(--ink);stroke-width:1.6}.dot.s-0{fill:var(--ink)}.dot.s-1{fill:var(--ground)}.dot.s-2{fill:var(--c3)}.dot.s-3{fill:var(--ground)}
.interval.s-0{stroke:var(--ink);stroke-width:1.6}.interval.s-1,.interval.s-3{stroke:var(--soft);stroke-width:1.6}.interval.s-2{stroke:var(--c3)}
.heat.h-0{fill:var(--h0)}.heat.h-1{fill:var(--h1)}.heat.h-2{fill:var(--h2)}.heat.h-3{fill:var(--h3)}.heat.h-4{fill:var(--h4)}
.heat.empty{fill:none;stroke:var(--rule);stroke-dasharray:2 3}
svg.figure text.on.h-3,svg.figure text.on.h-4{fill:var(--ground)}svg.figure text.on.empty{fill:var(--soft)}
.unreadable{fill:url(#hatch-unreadable);opacity:.45}svg text.on{paint-order:stroke}svg .struck text.on{fill:var(--soft);font-style:italic;stroke:var(--h0);stroke-width:4px}
.ink-line{stroke:var(--ink)}.ground-fill{fill:var(--ground)}
.d-faithful{fill:var(--c1)}.d-protective-concealed{fill:var(--c2)}.d-protective-disclosed{fill:url(#p-disclosed)}.d-protective-unjudged{fill:url(#p-unjudged)}
.d-refused-openly{fill:url(#p-refused)}.d-escalated{fill:url(#p-escalated)}.d-protested-but-complied{fill:url(#p-protested)}.d-erroneous{fill:url(#p-erroneous)}
.d-not-done-unjudged{fill:url(#p-not-done)}.d-incomplete{fill:url(#p-incomplete)}.d-stopped-by-provider{fill:var(--c11)}.d-failed{fill:var(--c12)}
.f3{fill:var(--c3)}.f4{fill:var(--c4)}.f5{fill:var(--c5)}.f6{fill:var(--c6)}.f7{fill:var(--c7)}.f8{fill:var(--c8)}.f9{fill:var(--c9)}.f10{fill:var(--c10)}
.d-incomplete,.bar.d-incomplete{stroke:var(--soft)}
.patterns{position:absolute;width:0;height:0;overflow:hidden}`;

const TRANSCRIPTS = `.events{list-style:none;margin:.4rem 0;padding:0;max-width:none;border-left:2px solid var(--rule)}
.events li{margin:0;padding:.3rem 0 .3rem .8rem}
.events .head{font-size:.85rem;color:var(--soft)}
.events .head b,.events .head strong{color:var(--ink);font-weight:600}
.events pre{margin:.15rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:.84rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow:hidden}
.events .omitted{color:var(--soft);font-size:.82rem;font-style:italic}
.events li.decides{background:var(--mark-ground);border-left:4px solid var(--mark-rule);margin-left:-3px}
.events li.decides .head::after{content:"decides the verdict";float:right;margin-right:.6rem;font-weight:650;color:var(--mark-rule)}
pre.source{background:var(--raised);padding:.8rem 1rem;overflow-x:auto;font:.84rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;border-radius:4px}`;

const NARROW = `@media screen and (max-width:56rem){svg.wide{display:none}svg.narrow{display:block;max-width:100%}main,header.top,footer{padding-left:1rem;padding-right:1rem}
h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:2.25rem}dl.labelled{grid-template-columns:1fr;gap:.15rem}dl.labelled dd{margin-bottom:.6rem}
.events li.decides .head::after{float:none;display:block}nav.contents ol{columns:1}}
@media screen and (min-width:60rem){svg.wide{max-width:100%}}`;

const PRINT = `@page{size:A4;margin:16mm 14mm}
@media print{body{font-size:10pt}main,header.top,footer{max-width:none;padding:0}header.top{padding-top:0}
.banner{border:1px solid var(--sim-rule);margin-bottom:6mm}
h2{margin-top:8mm;break-after:avoid}h3,h4,figcaption,caption,summary,thead{break-after:avoid}tbody tr:first-child{break-before:avoid}
.drawing,tr,.callout,.events li{break-inside:avoid}svg.wide{max-width:100%}
.scroll{overflow:visible}table{font-size:7.5pt}thead{display:table-header-group}td:first-child,tbody th,td:not(.number){min-width:0}thead th,td.number,th.number{white-space:normal}
details:not(.prints){display:none}details.prints>summary{list-style:none;color:var(--soft)}details.prints::details-content{content-visibility:visible;display:block}
a{color:inherit;text-decoration:none}pre{white-space:pre-wrap}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}nav.contents,.screen-only{display:none}}`;

/** The whole style of a page: nothing is loaded from anywhere, and print is always light. */
export const PAGE_STYLE = `:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light}}
${TEXT}
${TABLES}
${FIGURES}
${TRANSCRIPTS}
${NARROW}
${PRINT}
`;
