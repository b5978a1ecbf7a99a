export const style = `
:root {
  color-scheme: light dark;
  --ground: #f5f4f0; --card: #fff; --ink: #22252b; --quiet: #646a75; --line: #dedbd3;
  --accent: #7a4a00; --accent-ground: #ffe9c2; --good: #1b6b3a; --bad: #a32020; --odd: #7a5a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16181c; --card: #1e2126; --ink: #e6e4df; --quiet: #9aa0ab; --line: #343941;
    --accent: #ffcf85; --accent-ground: #3d2e12; --good: #7fd19d; --bad: #ff9a92; --odd: #e8c468;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
header { display: flex; flex-wrap: wrap; gap: 8px 32px; align-items: center; justify-content: space-between;
  padding: 14px 24px; background: var(--accent-ground); border-bottom: 3px dashed var(--accent) }
header p, header h1 { margin: 0 }
header h1 { font-size: 20px; color: var(--accent) }
.state { display: flex; flex-wrap: wrap; gap: 10px; align-items: center }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(320px, 2fr); gap: 20px; padding: 20px 24px }
@media (max-width: 960px) { main { grid-template-columns: minmax(0, 1fr); padding: 12px } }
.side { display: grid; gap: 20px; align-content: start; min-width: 0 }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px }
h2 { font-size: 16px; margin: 0 0 10px }
a { color: inherit }
nav { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 12px }
nav a, .state a { padding: 3px 10px; border: 1px solid var(--line); border-radius: 999px; text-decoration: none }
nav a span { color: var(--quiet); font-size: 13px }
nav a:hover, .state a:hover { border-color: var(--accent) }
[aria-current] { background: var(--accent-ground); border-color: var(--accent) !important }
.scroll { overflow-x: auto; position: relative }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th { text-align: left; font-weight: 600; color: var(--quiet); font-size: 13px }
th, td { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); white-space: nowrap; max-width: 260px;
  overflow: hidden; text-overflow: ellipsis }
td:nth-child(3) { white-space: normal; min-width: 140px }
tbody tr:last-child td { border-bottom: 0 }
.number { text-align: right; padding-right: 18px }
.act { max-width: none; width: 1px }
.find { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin-bottom: 8px }
.find input { flex: 1 1 160px }
.bill { margin-bottom: 12px }
.bill form { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: end; padding: 10px 0 }
.bill label { display: inline-flex; gap: 6px; align-items: center }
.quiet, dd { color: var(--quiet); font-size: 14px }
.empty { color: var(--quiet); margin: 8px 0 }
.good { color: var(--good) } .bad { color: var(--bad) } .odd { color: var(--odd) }
button, input, select, textarea { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: 6px; padding: 3px 9px; max-width: 100% }
button { cursor: pointer }
button:hover { border-color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 12px }
.order { display: flex; flex-wrap: wrap; gap: 8px; align-items: end }
.order label { display: grid; font-size: 13px; color: var(--quiet) }
.order input[type=number] { width: 76px }
.calls, .faults { list-style: none; margin: 0; padding: 0 }
.faults { margin-top: 12px }
.calls { max-height: 420px; overflow-y: auto }
.calls li, .faults li { padding: 4px 0; border-top: 1px solid var(--line) }
.calls em { font-size: 13px; margin-left: 4px }
summary { cursor: pointer; overflow-wrap: anywhere }
code, pre, textarea { font: 13px/1.45 ui-monospace, monospace }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--ground); border-radius: 6px; padding: 8px; margin: 6px 0 }
dl { margin: 8px 0 0 }
dl div { padding: 8px 0; border-top: 1px solid var(--line) }
dl .turned label { color: var(--accent) }
dt { display: flex; flex-wrap: wrap; gap: 4px 10px; justify-content: space-between; font-weight: 600 }
dd { margin: 2px 0 0 }
dialog { width: min(640px, 94vw); border: 1px solid var(--line); border-radius: 10px; background: var(--card); color: var(--ink) }
dialog::backdrop { background: #0008 }
textarea { width: 100%; height: 50vh; margin-bottom: 10px }
#problem { margin: 12px 24px 0; padding: 8px 12px; border: 1px solid var(--bad); border-radius: 6px; color: var(--bad) }
.hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
`
